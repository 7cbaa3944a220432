import { AccountChange } from '../../../../access/account-notice.entity';
import { AccountLetters } from '../accounts';

/** What has happened, and what it means. */
const changes = (left: number): Record<AccountChange, { heading: string; text: string }> => ({
  second_factor_on: {
    heading: 'Your second factor is on',
    text: 'From now on, signing in takes your password and a code of your authenticator app. Wherever else you were signed in, you have been signed out.',
  },
  second_factor_off: {
    heading: 'Your second factor is off',
    text: 'From now on, signing in takes your password only. Wherever else you were signed in, you have been signed out.',
  },
  second_factor_reset: {
    heading: 'Your second factor was reset',
    text: 'An administrator has taken your second factor away, as is done for people who have lost it. You have been signed out everywhere. Sign in with your password and switch a new one on.',
  },
  recovery_codes_renewed: {
    heading: 'You have new recovery codes',
    text: 'New recovery codes were made for your account. Those from before work no more.',
  },
  recovery_code_used: {
    heading: 'A recovery code was used',
    text: `Somebody has signed in with one of your recovery codes. Codes left: ${left}.`,
  },
});

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
  account_changed: ({ what, left }) => {
    const { heading, text } = changes(left)[what];
    return {
      subject: heading,
      heading,
      body: [text],
      action: 'See my sign-ins',
      after: ['Was it not you? Then choose a new password at once, and tell those who run your site.'],
    };
  },
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
