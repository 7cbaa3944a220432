import { ApplicationLetters } from '../applications';

export const applications: ApplicationLetters = {
  application_received: ({ site }) => ({
    subject: `Hakemuksesi on saapunut: ${site}`,
    heading: 'Hakemuksesi on saapunut',
    body: [`Kiitos hakemuksestasi. ${site} käsittelee sen, ja saat viestin heti, kun päätös on tehty.`],
    action: 'Avaa hakemukseni',
    after: [],
  }),
  application_returned: ({ site, until }) => ({
    subject: `Täydennä hakemustasi: ${site}`,
    heading: 'Hakemuksesi kaipaa täydennystä',
    body: [`Täydennä hakemus ja lähetä se uudelleen viimeistään ${until}. Sen jälkeen hakemus raukeaa.`],
    action: 'Täydennä hakemustani',
    after: [],
  }),
  application_waitlisted: ({ site }) => ({
    subject: `Olet jonotuslistalla: ${site}`,
    heading: 'Olet jonotuslistalla',
    body: [
      `Ottaisimme sinut mielellämme mukaan, mutta juuri nyt paikkoja ei ole vapaana (${site}). Saat viestin heti, kun paikka vapautuu.`,
    ],
    action: 'Avaa hakemukseni',
    after: [],
  }),
  application_rejected: ({ site }) => ({
    subject: `Päätös hakemuksestasi: ${site}`,
    heading: 'Emme voi tarjota sinulle paikkaa',
    body: [
      `Kiitos hakemuksestasi (${site}). Luimme sen huolella, mutta tällä kertaa emme voi tarjota sinulle paikkaa.`,
    ],
    action: 'Lue päätös',
    after: ['Voit hakea uudelleen, kun tilanne on muuttunut.'],
  }),
};
