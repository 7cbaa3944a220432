import { Words } from '../../words';
import { accounts } from './accounts';
import { additions } from './additions';
import { applications } from './applications';
import { bookings } from './bookings';
import { coaching } from './coaching';
import { frame } from './frame';
import { managers } from './managers';
import { memberships } from './memberships';

export const english: Words = {
  ...frame,
  letters: { ...accounts, ...bookings, ...additions, ...applications, ...memberships, ...managers, ...coaching },
};
