import { MembershipLetters } from '../memberships';

export const memberships: MembershipLetters = {
  offer_made: ({ site, until, approved }) => ({
    subject: `Your offer from ${site}`,
    heading: 'We offer you a place',
    body: [
      approved ? `Your application is approved. ${site} offers you a membership.` : `${site} offers you a membership.`,
      `The offer stands until ${until}. Read the agreement and the house rules, and accept them together.`,
    ],
    action: 'Read the offer',
    after: ['Without an answer by then the offer lapses, and the place goes to somebody else.'],
  }),
  offer_ending: ({ site, until }) => ({
    subject: `Two days left: your offer from ${site}`,
    heading: 'Your offer lapses in two days',
    body: [`The offer of ${site} stands until ${until}.`],
    action: 'Answer the offer',
    after: ['Without an answer by then the place goes to somebody else.'],
  }),
  term_starting: ({ site, from }) => ({
    subject: `Welcome to ${site}: your membership begins`,
    heading: 'Your membership begins',
    body: [`Your first day at ${site} is ${from}. From then on you can come in and use what you have booked.`],
    action: 'Open my membership',
    after: [],
  }),
  term_ending: ({ site, to }) => ({
    subject: `Your membership at ${site} ends on ${to}`,
    heading: 'Your membership comes to its end',
    body: [`Your last day at ${site} is ${to}. If your plan allows it, ask for a renewal in good time.`],
    action: 'Open my membership',
    after: [],
  }),
  pause_starting: ({ site, from, to }) => ({
    subject: `Your pause at ${site} begins`,
    heading: 'Your pause begins',
    body: [`Your membership rests from ${from} until ${to}. In that time you cannot book.`],
    action: 'Open my membership',
    after: [],
  }),
  pause_ending: ({ site, to }) => ({
    subject: `Your pause at ${site} ends`,
    heading: 'Your pause ends',
    body: [`The last day of your pause is ${to}. From the next day on you can book again.`],
    action: 'Open my membership',
    after: [],
  }),
  membership_suspended: ({ site }) => ({
    subject: `Your membership at ${site} is suspended`,
    heading: 'Your membership is suspended',
    body: [
      'Until further notice you cannot book or come in. The reason and the day on which we look at it again stand below.',
    ],
    action: 'Say what I think',
    after: ['You can answer there, and we read it before we decide further.'],
  }),
  membership_reinstated: ({ site }) => ({
    subject: `Your membership at ${site} goes on`,
    heading: 'Your membership goes on',
    body: ['The suspension is over. You can book and come in again.'],
    action: 'Open my membership',
    after: [],
  }),
};
