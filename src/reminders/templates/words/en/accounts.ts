import { AccountLetters } from '../accounts';

export const accounts: AccountLetters = {
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
  erasure_answered: ({ granted, reason }) => ({
    subject: 'Your wish to be erased',
    heading: granted ? 'Your account will be erased tomorrow' : 'Your wish to be erased was declined',
    body: granted
      ? [
          'You asked us to erase your data, and we will do so tomorrow.',
          'We delete your account, messages, preferences and consents. Bookings stay as numbers, and memberships and the value of favourable terms stay without your name for as long as accounts and aid records must be kept.',
        ]
      : [`You asked us to erase your data. We cannot do so now: ${reason}`],
    action: 'Open Business Oasis',
    after: granted ? ['Until tomorrow you can sign in and take your data along.'] : [],
  }),
};
