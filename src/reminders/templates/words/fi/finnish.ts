import { Words } from '../../words';
import { accounts } from './accounts';
import { applications } from './applications';
import { bookings } from './bookings';
import { frame } from './frame';
import { managers } from './managers';
import { memberships } from './memberships';

export const finnish: Words = {
  ...frame,
  letters: { ...accounts, ...bookings, ...applications, ...memberships, ...managers },
};
