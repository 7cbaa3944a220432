import { AdditionLetters } from '../additions';

const footer = (host: string): string =>
  `You receive this mail because ${host} gave your address for this meeting. We use it for nothing else, and forget it a month after the meeting.`;

export const additions: AdditionLetters = {
  guest_invited: ({ host, place, date, changed }) => ({
    subject: changed ? `Changed: ${date}, meeting with ${host}` : `Invitation: ${date}, meeting with ${host}`,
    heading: changed ? 'Your meeting has another place or time' : 'You are invited to a meeting',
    body: [
      changed ? `${host} has moved the meeting. It is now here: ${place}.` : `${host} expects you here: ${place}.`,
    ],
    action: 'About Business Oasis',
    after: [`The attached file is for your calendar. If you cannot come, please tell ${host} yourself.`],
    footer: footer(host),
  }),
  guest_cancelled: ({ host, place, date }) => ({
    subject: `Cancelled: ${date}, meeting with ${host}`,
    heading: 'The meeting is off',
    body: [`The meeting with ${host} (${place}) does not take place, or takes place without you.`],
    action: 'About Business Oasis',
    after: ['The attached file takes it out of your calendar.'],
    footer: footer(host),
  }),
  guest_series_invited: ({ host, place, date }) => ({
    subject: `Invitation: ${date} and later, meetings with ${host}`,
    heading: 'You are invited to several meetings',
    body: [`${host} expects you on the dates below. The first one is here: ${place}.`],
    action: 'About Business Oasis',
    after: [`The attached file has all of them for your calendar. If you cannot come, please tell ${host} yourself.`],
    footer: footer(host),
  }),
  guest_series_cancelled: ({ host, place, date }) => ({
    subject: `Cancelled: ${date} and later, meetings with ${host}`,
    heading: 'The meetings are off',
    body: [`The meetings with ${host} (${place}) on the dates below do not take place.`],
    action: 'About Business Oasis',
    after: ['The attached file takes them out of your calendar.'],
    footer: footer(host),
  }),
  extra_withdrawn: ({ place, date, extras }) => ({
    subject: `Not available: ${date}, ${extras}`,
    heading: 'You have to go without something',
    body: [`We cannot lend you this any more: ${extras}. You keep the place (${place}). We are sorry.`],
    action: 'Open my bookings',
    after: ['Perhaps there is another time at which we have it.'],
  }),
};
