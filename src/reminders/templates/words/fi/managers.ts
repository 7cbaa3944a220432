import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Hakemuksia odottaa: ${site}`,
    heading: 'Hakemukset odottavat sinua',
    body: [`Joku toivoo vastausta (${site}).`],
    action: 'Avaa hakemukset',
    after: [],
  }),
};
