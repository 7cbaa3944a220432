import { Frame } from '../frame';

export const frame: Frame = {
  hello: (name) => `Hello ${name},`,
  linkHint: 'If the button does not work, copy this address into your browser:',
  footer: 'You receive this mail because of your account at Business Oasis. It was sent automatically.',
  unsubscribe: {
    link: 'Stop mails of this kind',
    heading: 'No more mails of this kind?',
    text: 'You still find what they say in the application.',
    button: 'Stop these mails',
    done: 'The mails have stopped',
    afterwards: 'In your profile you can choose again at any time.',
  },
  labels: {
    place: 'Place',
    site: 'Site',
    date: 'Date',
    time: 'Time',
    yourTime: 'Your time',
    title: 'What for',
    reason: 'Reason',
    plan: 'Plan',
    from: 'From',
    until: 'Until',
    deadline: 'Answer by',
    review: 'Looked at again on',
    waiting: 'Waiting',
    oldest: 'The oldest is from',
  },
};
