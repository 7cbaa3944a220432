import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Applications are waiting: ${site}`,
    heading: 'Applications are waiting for you',
    body: [`Somebody at ${site} hopes for an answer.`],
    action: 'Open the applications',
    after: [],
  }),
  answers_overdue: ({ site }) => ({
    subject: `Answers are overdue: ${site}`,
    heading: 'Somebody waits for an answer',
    body: ['These have waited for more than a day, or begin soon.'],
    action: 'Open the site',
    after: [],
  }),
  daily_sheet: ({ site, date }) => ({
    subject: `Today, ${date}: ${site}`,
    heading: 'Today at your oasis',
    body: [],
    action: 'Open the day',
    after: [],
  }),
};
