import { AdditionLetters } from '../additions';

const footer = (host: string): string =>
  `Du får det här brevet eftersom ${host} uppgav din adress för mötet. Vi använder den inte till något annat och glömmer den en månad efter mötet.`;

export const additions: AdditionLetters = {
  guest_invited: ({ host, place, date, changed }) => ({
    subject: changed ? `Ändrat: ${date}, möte med ${host}` : `Inbjudan: ${date}, möte med ${host}`,
    heading: changed ? 'Mötet har en annan plats eller tid' : 'Du är inbjuden till ett möte',
    body: [changed ? `${host} har flyttat mötet. Det hålls nu här: ${place}.` : `${host} väntar dig här: ${place}.`],
    action: 'Om Business Oasis',
    after: [`Den bifogade filen är till din kalender. Kan du inte komma, så meddela ${host} själv.`],
    footer: footer(host),
  }),
  guest_cancelled: ({ host, place, date }) => ({
    subject: `Inställt: ${date}, möte med ${host}`,
    heading: 'Mötet är inställt',
    body: [`Mötet med ${host} (${place}) blir inte av, eller hålls utan dig.`],
    action: 'Om Business Oasis',
    after: ['Den bifogade filen tar bort mötet ur din kalender.'],
    footer: footer(host),
  }),
  guest_series_invited: ({ host, place, date }) => ({
    subject: `Inbjudan: ${date} och fler datum, möten med ${host}`,
    heading: 'Du är inbjuden till flera möten',
    body: [`${host} väntar dig de dagar som står nedan. Det första mötet hålls här: ${place}.`],
    action: 'Om Business Oasis',
    after: [`Den bifogade filen har alla för din kalender. Kan du inte komma, så meddela ${host} själv.`],
    footer: footer(host),
  }),
  guest_series_cancelled: ({ host, place, date }) => ({
    subject: `Inställt: ${date} och fler datum, möten med ${host}`,
    heading: 'Mötena är inställda',
    body: [`Mötena med ${host} (${place}) de dagar som står nedan blir inte av.`],
    action: 'Om Business Oasis',
    after: ['Den bifogade filen tar bort dem ur din kalender.'],
    footer: footer(host),
  }),
  extra_withdrawn: ({ place, date, extras }) => ({
    subject: `Inte tillgängligt: ${date}, ${extras}`,
    heading: 'Något som du bokat finns inte att låna',
    body: [`Vi kan inte längre låna ut det här till dig: ${extras}. Platsen (${place}) har du kvar. Vi beklagar.`],
    action: 'Öppna mina bokningar',
    after: ['Kanske passar en annan tid då det är ledigt.'],
  }),
};
