import { ManagerLetters } from '../managers';

export const managers: ManagerLetters = {
  applications_waiting: ({ site }) => ({
    subject: `Applications are waiting at ${site}`,
    heading: 'Applications are waiting for you',
    body: [`Somebody at ${site} hopes for an answer.`],
    action: 'Open the applications',
    after: [],
  }),
};
