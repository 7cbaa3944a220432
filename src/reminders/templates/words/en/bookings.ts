import { BookingLetters } from '../bookings';

export const bookings: BookingLetters = {
  booking_confirmed: ({ place, date }) => ({
    subject: `Booked: ${date}, ${place}`,
    heading: 'Your booking is confirmed',
    body: [],
    action: 'Open my bookings',
    after: ['Plans changed? Cancel in good time, so that somebody else can have the place.'],
  }),
  series_confirmed: ({ place, date, several }) => ({
    subject: several ? `Booked: ${date} and later, ${place}` : `Booked: ${date}, ${place}`,
    heading: several ? 'Your series is booked' : 'A date of your series is booked',
    body: [],
    action: 'Open my bookings',
    after: ['Plans changed? Cancel single dates in good time, so that somebody else can have the place.'],
  }),
  booking_cancelled: ({ place, site, date, byReader, several, closed }) => ({
    subject: several ? 'Cancelled: several bookings' : `Cancelled: ${date}, ${place}`,
    heading: several ? 'Your bookings are cancelled' : 'Your booking is cancelled',
    body: [
      byReader
        ? several
          ? 'You have cancelled these bookings.'
          : 'You have cancelled this booking.'
        : several
          ? 'The oasis had to cancel these bookings. We are sorry.'
          : 'The oasis had to cancel this booking. We are sorry.',
      ...(closed ? [`${site} takes no bookings now.`] : []),
    ],
    action: byReader ? 'Open my bookings' : 'Find another place',
    after: [],
  }),
  booking_rejected: ({ place, date }) => ({
    subject: `Not approved: ${date}, ${place}`,
    heading: 'Your booking was not approved',
    body: ['The oasis could not approve this booking.'],
    action: 'Find another place',
    after: [],
  }),
  booking_changed: ({ place, date, several }) => ({
    subject: several ? 'Changed: several bookings' : `Changed: ${date}, ${place}`,
    heading: several ? 'Your bookings have changed' : 'Your booking has changed',
    body: [several ? 'These bookings have another place or time now.' : 'Your booking has another place or time now.'],
    action: 'Open my bookings',
    after: ['Does it not suit you? Cancel in good time, so that somebody else can have the place.'],
  }),
  booking_tomorrow: ({ place, hours }) => ({
    subject: `Tomorrow: ${hours}, ${place}`,
    heading: 'Tomorrow you have a booking',
    body: [],
    action: 'Open my bookings',
    after: ['Plans changed? Cancel now, so that somebody else can have the place.'],
  }),
  booking_soon: ({ place, hours }) => ({
    subject: `Soon: ${hours}, ${place}`,
    heading: 'Your booking begins soon',
    body: ['Check in when you arrive. A place that nobody has come to goes to somebody else.'],
    action: 'Check in',
    after: [],
  }),
  booking_ending: ({ place, hours }) => ({
    subject: `Ending soon: ${hours}, ${place}`,
    heading: 'Your booking ends soon',
    body: ['Please leave the place as you would like to find it. If it is free, you can stay longer.'],
    action: 'Stay longer',
    after: [],
  }),
  booking_released: ({ place, date }) => ({
    subject: `Given back: ${date}, ${place}`,
    heading: 'Your place was given to others',
    body: ['Nobody checked in, so the place was released.'],
    action: 'Open my bookings',
    after: ['Was it a mistake? You can say so there within a week, and a manager will look at it.'],
  }),
  waiting_list_offer: ({ place, date, until }) => ({
    subject: `Free for you: ${date}, ${place}`,
    heading: 'The place you waited for is free',
    body: [`It is held for you until ${until}. Take it before then, or it goes to the next.`],
    action: 'Take or decline it',
    after: ['You do not need it any more? Decline it, so that the next can have it at once.'],
  }),
  replacement_offer: ({ place, date, until, several }) => ({
    subject: several ? 'Other places for you: several bookings' : `Another place for you: ${date}, ${place}`,
    heading: several ? 'Your places are gone, others are held for you' : 'Your place is gone, another is held for you',
    body: [
      several
        ? `We had to cancel bookings of yours. Equal places are held for you; the first of them until ${until}.`
        : `We had to cancel your booking. An equal place is held for you until ${until}; take it, and your booking lives on there.`,
    ],
    action: several ? 'Take or decline them' : 'Take or decline it',
    after: ['Without an answer it stays cancelled, and what it took from your allowance is yours again.'],
  }),
  no_show_answered: ({ place, date, forgiven }) => ({
    subject: `Answered: ${date}, ${place}`,
    heading: forgiven ? 'The missed booking is forgiven' : 'The missed booking stays on record',
    body: [
      forgiven
        ? 'You told us why nobody came. A manager has read it, and it does not count any more.'
        : 'You told us why nobody came. A manager has read it, and it counts all the same.',
    ],
    action: 'Open my bookings',
    after: [],
  }),
};
