import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Hakemuksia odottaa: ${site}`,
    heading: 'Hakemukset odottavat sinua',
    body: [`Joku toivoo vastausta (${site}).`],
    action: 'Avaa hakemukset',
    after: [],
  }),
  answers_overdue: ({ site }) => ({
    subject: `Vastauksia odotetaan: ${site}`,
    heading: 'Joku odottaa vastausta',
    body: ['Nämä ovat odottaneet yli vuorokauden tai alkavat pian.'],
    action: 'Avaa toimipaikka',
    after: [],
  }),
  daily_sheet: ({ site, date }) => ({
    subject: `Tänään ${date}: ${site}`,
    heading: 'Tänään keitaallasi',
    body: [],
    action: 'Avaa päivä',
    after: [],
  }),
};
