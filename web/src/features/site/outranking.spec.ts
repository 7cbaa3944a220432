import type { Plan } from '../../shared/api/views';
import { outranking } from './outranking';

const plan = (name: string, limits: Partial<Plan['limits']>, version?: Partial<Plan>) =>
  ({
    name,
    version: 2,
    current: true,
    ...version,
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
  plan('Team', { deskHorizonDays: 90, roomFutureBookings: 5 }, { version: 1, current: false }),
];
const nameOf = ({ name, version, current }: Plan) => (current ? name : `${name} ${version}`);

describe('plans that outrank the rule of a site', () => {
  it.each([
    [
      'desk',
      [
        { plans: ['Team'], horizonDays: 30, futureBookings: null, longestMinutes: null },
        { plans: ['Team 1'], horizonDays: 90, futureBookings: null, longestMinutes: null },
      ],
    ],
    ['room', [{ plans: ['Launch', 'Team', 'Team 1'], horizonDays: null, futureBookings: 5, longestMinutes: null }]],
    ['booth', []],
  ] as const)('for a %s', (kind, found) => {
    expect(outranking(kind, plans, nameOf)).toEqual(found);
  });
});
