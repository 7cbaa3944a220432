import { AdditionLetters } from '../additions';

const footer = (host: string): string =>
  `Du får det här brevet eftersom ${host} uppgav din adress för mötet. Vi använder den inte till något annat och glömmer den en månad efter mötet.`;

export const additions: AdditionLetters = {
  guest_invited: ({ host, place, day, changed }) => ({
    subject: changed ? `Ändrat: möte med ${host}, ${day}` : `Inbjudan: möte med ${host}, ${day}`,
    heading: changed ? 'Mötet har en annan plats eller tid' : 'Du är inbjuden till ett möte',
    body: [changed ? `${host} har flyttat mötet. Det hålls nu här: ${place}.` : `${host} väntar dig här: ${place}.`],
    action: 'Om Business Oasis',
    after: [`Den bifogade filen är till din kalender. Kan du inte komma, så meddela ${host} själv.`],
    footer: footer(host),
  }),
  guest_cancelled: ({ host, place, day }) => ({
    subject: `Inställt: möte med ${host}, ${day}`,
    heading: 'Mötet är inställt',
    body: [`Mötet med ${host} (${place}) blir inte av, eller hålls utan dig.`],
    action: 'Om Business Oasis',
    after: ['Den bifogade filen tar bort mötet ur din kalender.'],
    footer: footer(host),
  }),
  guest_series_invited: ({ host, place, day }) => ({
    subject: `Inbjudan: flera möten med ${host}, från ${day}`,
    heading: 'Du är inbjuden till flera möten',
    body: [`${host} väntar dig de dagar som står nedan. Det första mötet hålls här: ${place}.`],
    action: 'Om Business Oasis',
    after: [`Den bifogade filen har alla för din kalender. Kan du inte komma, så meddela ${host} själv.`],
    footer: footer(host),
  }),
  guest_series_cancelled: ({ host, place, day }) => ({
    subject: `Inställt: flera möten med ${host}, från ${day}`,
    heading: 'Mötena är inställda',
    body: [`Mötena med ${host} (${place}) de dagar som står nedan blir inte av.`],
    action: 'Om Business Oasis',
    after: ['Den bifogade filen tar bort dem ur din kalender.'],
    footer: footer(host),
  }),
  extra_withdrawn: ({ place, day, extras }) => ({
    subject: `Inte tillgängligt: ${extras} (${day})`,
    heading: 'Något som du bokat finns inte att låna',
    body: [`Vi kan inte längre låna ut det här till dig: ${extras}. Platsen (${place}) har du kvar. Vi beklagar.`],
    action: 'Öppna mina bokningar',
    after: ['Kanske passar en annan tid då det är ledigt.'],
  }),
};
