import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Ansökningar väntar: ${site}`,
    heading: 'Ansökningar väntar på dig',
    body: [`Någon hos ${site} hoppas på ett svar.`],
    action: 'Öppna ansökningarna',
    after: [],
  }),
  answers_overdue: ({ site }) => ({
    subject: `Svar dröjer: ${site}`,
    heading: 'Någon väntar på svar',
    body: ['Dessa har väntat i mer än ett dygn eller börjar snart.'],
    action: 'Öppna stället',
    after: [],
  }),
  daily_sheet: ({ site, date }) => ({
    subject: `I dag, ${date}: ${site}`,
    heading: 'I dag på din oas',
    body: [],
    action: 'Öppna dagen',
    after: [],
  }),
};
