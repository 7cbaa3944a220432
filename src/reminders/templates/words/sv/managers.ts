import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Ansökningar väntar hos ${site}`,
    heading: 'Ansökningar väntar på dig',
    body: [`Någon hos ${site} hoppas på ett svar.`],
    action: 'Öppna ansökningarna',
    after: [],
  }),
};
