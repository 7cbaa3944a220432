import { MembershipLetters } from '../memberships';

export const memberships: MembershipLetters = {
  offer_made: ({ site, until, approved }) => ({
    subject: `An offer for you: ${site}`,
    heading: 'We offer you a place',
    body: [
      approved ? `Your application is approved. ${site} offers you a membership.` : `${site} offers you a membership.`,
      `The offer stands until ${until}. Read the agreement and the house rules, and accept them together.`,
    ],
    action: 'Read the offer',
    after: ['Without an answer by then the offer lapses, and the place goes to somebody else.'],
  }),
  offer_ending: ({ site, until }) => ({
    subject: `Two days left for your offer: ${site}`,
    heading: 'Your offer lapses in two days',
    body: [`The offer of ${site} stands until ${until}.`],
    action: 'Answer the offer',
    after: ['Without an answer by then the place goes to somebody else.'],
  }),
  term_starting: ({ site, from }) => ({
    subject: `Welcome, your membership begins: ${site}`,
    heading: 'Your membership begins',
    body: [`Your first day at ${site} is ${from}. From then on you can come in and use what you have booked.`],
    action: 'Open my membership',
    after: [],
  }),
  term_ending: ({ site, to, date }) => ({
    subject: `Your membership ends on ${date}: ${site}`,
    heading: 'Your membership comes to its end',
    body: [`Your last day at ${site} is ${to}. If your plan allows it, ask for a renewal in good time.`],
    action: 'Open my membership',
    after: [],
  }),
  pause_starting: ({ site, from, to }) => ({
    subject: `Your pause begins: ${site}`,
    heading: 'Your pause begins',
    body: [`Your membership rests from ${from} until ${to}. In that time you cannot book.`],
    action: 'Open my membership',
    after: [],
  }),
  pause_ending: ({ site, to }) => ({
    subject: `Your pause ends: ${site}`,
    heading: 'Your pause ends',
    body: [`The last day of your pause is ${to}. From the next day on you can book again.`],
    action: 'Open my membership',
    after: [],
  }),
  membership_suspended: ({ site }) => ({
    subject: `Your membership is suspended: ${site}`,
    heading: 'Your membership is suspended',
    body: [
      'Until further notice you cannot book or come in. The reason and the day on which we look at it again stand below.',
    ],
    action: 'Say what I think',
    after: ['You can answer there, and we read it before we decide further.'],
  }),
  membership_reinstated: ({ site }) => ({
    subject: `Your membership goes on: ${site}`,
    heading: 'Your membership goes on',
    body: ['The suspension is over. You can book and come in again.'],
    action: 'Open my membership',
    after: [],
  }),
  allowance_low: ({ site, kind }) => ({
    subject: `Running low: ${kind}, ${site}`,
    heading: 'Your allowance is running low',
    body: ['You have used or booked four fifths of what this month holds. What you cancel in good time comes back.'],
    action: 'Open my wallet',
    after: ['A new month brings a new allowance.'],
  }),
  pause_answered: ({ site, from, to, granted }) => ({
    subject: granted ? `Your pause is granted: ${site}` : `Your pause is not granted: ${site}`,
    heading: granted ? 'Your pause is granted' : 'Your pause is not granted',
    body: [
      granted
        ? `Your membership rests from ${from} until ${to}. In that time you cannot book.`
        : 'We could not grant the pause you asked for. Your membership goes on as before.',
    ],
    action: 'Open my membership',
    after: [],
  }),
  renewal_answered: ({ site, to, granted }) => ({
    subject: granted ? `Your membership is renewed: ${site}` : `Your membership is not renewed: ${site}`,
    heading: granted ? 'Your membership is renewed' : 'Your membership is not renewed',
    body: [
      granted
        ? `Your last day at ${site} is now ${to}.`
        : `We could not renew your membership. It ends on ${to} as agreed.`,
    ],
    action: 'Open my membership',
    after: [],
  }),
  membership_ended: ({ site, to }) => ({
    subject: `Your membership has ended: ${site}`,
    heading: 'Your membership has ended',
    body: [`Your last day at ${site} was ${to}. Thank you for the time we had together.`],
    action: 'Open my membership',
    after: ['Your data can be taken along from your profile.'],
  }),
  stage_answered: ({ venture, stage, approved }) => ({
    subject: approved ? `${venture}: a new stage` : `${venture}: the step needs something more`,
    heading: approved ? 'Your venture has reached a new stage' : 'The step to the next stage was returned',
    body: [
      approved
        ? `${venture} is now at the stage "${stage}". Well done!`
        : `The step of ${venture} to the stage "${stage}" was not approved yet. The reason stands below.`,
    ],
    action: 'Open my venture',
    after: [],
  }),
};
