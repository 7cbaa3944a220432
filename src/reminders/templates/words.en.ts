import { Words } from './words';

export const english: Words = {
  hello: (name) => `Hello ${name},`,
  linkHint: 'If the button does not work, copy this address into your browser:',
  footer: 'You receive this mail because of your account at Business Oasis. It was sent automatically.',
  labels: {
    place: 'Place',
    site: 'Site',
    date: 'Date',
    time: 'Time',
    yourTime: 'Your time',
    title: 'What for',
    reason: 'Reason',
  },
  letters: {
    verify_email: ({ validity }) => ({
      subject: 'Confirm your e-mail address',
      heading: 'Welcome to Business Oasis',
      body: ['An account was opened with this e-mail address. Confirm that the address is yours, and you can sign in.'],
      action: 'Confirm my address',
      after: [
        `The link works once, for ${validity}.`,
        'Was it not you? Then you need not do anything: nobody can use the account without this link.',
      ],
    }),
    reset_password: ({ validity }) => ({
      subject: 'Choose a new password',
      heading: 'Choose a new password',
      body: ['Somebody asked for a new password for your account. Choose one here; you will be signed out everywhere.'],
      action: 'Choose a password',
      after: [
        `The link works once, for ${validity}.`,
        'Was it not you? Then you need not do anything: your password stays as it is.',
      ],
    }),
    already_registered: () => ({
      subject: 'You already have an account',
      heading: 'You already have an account',
      body: [
        'Somebody tried to open an account with this e-mail address, but you have one already.',
        'If it was you, sign in. If you have forgotten your password, you can choose a new one on the same page.',
      ],
      action: 'Sign in',
      after: ['Was it not you? Then you need not do anything: nothing has changed.'],
    }),
    booking_confirmed: ({ place, day }) => ({
      subject: `Booked: ${place}, ${day}`,
      heading: 'Your booking is confirmed',
      body: [],
      action: 'Open my bookings',
      after: ['Plans changed? Cancel in good time, so that somebody else can have the place.'],
    }),
    booking_cancelled: ({ place, day, byReader }) => ({
      subject: `Cancelled: ${place}, ${day}`,
      heading: 'Your booking is cancelled',
      body: [byReader ? 'You have cancelled this booking.' : 'The oasis had to cancel this booking. We are sorry.'],
      action: byReader ? 'Open my bookings' : 'Find another place',
      after: [],
    }),
    booking_rejected: ({ place, day }) => ({
      subject: `Not approved: ${place}, ${day}`,
      heading: 'Your booking was not approved',
      body: ['The oasis could not approve this booking.'],
      action: 'Find another place',
      after: [],
    }),
  },
};
