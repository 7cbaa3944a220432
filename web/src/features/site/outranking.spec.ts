import type { Plan } from '../../shared/api/views';
import { outranking } from './outranking';

const plan = (name: string, limits: Partial<Plan['limits']>) =>
  ({
    texts: { en: { name } },
    limits: {
      deskHorizonDays: null,
      roomHorizonDays: null,
      roomFutureBookings: null,
      roomLongestMinutes: null,
      guests: null,
      ...limits,
    },
  }) as Plan;

const plans = [
  plan('Launch', { roomFutureBookings: 5 }),
  plan('Idea', {}),
  plan('Team', { deskHorizonDays: 30, roomFutureBookings: 5 }),
];

describe('plans that outrank the rule of a site', () => {
  it.each([
    ['desk', [{ plans: ['Team'], horizonDays: 30, futureBookings: null, longestMinutes: null }]],
    ['room', [{ plans: ['Launch', 'Team'], horizonDays: null, futureBookings: 5, longestMinutes: null }]],
    ['booth', []],
  ] as const)('for a %s', (kind, found) => {
    expect(outranking(kind, plans, 'en')).toEqual(found);
  });
});
