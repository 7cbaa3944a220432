import { ApplicationLetters } from '../applications';

export const applications: ApplicationLetters = {
  application_received: ({ site }) => ({
    subject: `We have your application: ${site}`,
    heading: 'We have your application',
    body: [`Thank you for applying to ${site}. We read it and write to you as soon as it is decided.`],
    action: 'Open my application',
    after: [],
  }),
  application_returned: ({ site, until }) => ({
    subject: `Please complete your application: ${site}`,
    heading: 'Your application needs something more',
    body: [`Please complete it by ${until}, and send it again. After that it lapses.`],
    action: 'Complete my application',
    after: [],
  }),
  application_waitlisted: ({ site }) => ({
    subject: `You are on the waiting list: ${site}`,
    heading: 'You are on the waiting list',
    body: [
      `We would like to have you, but there is no free place at ${site} now. We write to you as soon as there is one.`,
    ],
    action: 'Open my application',
    after: [],
  }),
  application_rejected: ({ site }) => ({
    subject: `The decision on your application: ${site}`,
    heading: 'We cannot offer you a place',
    body: [
      `Thank you for your application to ${site}. We have read it with care, and cannot offer you a place this time.`,
    ],
    action: 'Read the decision',
    after: ['You may apply again when things have changed.'],
  }),
};
