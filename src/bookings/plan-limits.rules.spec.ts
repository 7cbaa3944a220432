import { defaultRules } from '../sites/resource.rules';
import { limitsOfPlan } from './plan-limits.rules';
import { Standing, termsUnder } from './terms.rules';

const standing = {
  deskHorizonDays: 14,
  roomHorizonDays: null,
  roomFutureBookings: 5,
  roomLongestMinutes: null,
} as Standing;

describe('the limits of a plan', () => {
  it.each([
    ['desk', { horizonDays: 14 }],
    ['room', { futureBookings: 5 }],
    ['booth', {}],
  ] as const)('say of a %s what the plan sets, and nothing else', (kind, limits) => {
    expect(limitsOfPlan(kind, standing)).toEqual(limits);
    expect(limitsOfPlan(kind, null)).toEqual({});
  });

  it('take the place of the rule of the site', () => {
    const rule = defaultRules.find(({ kind }) => kind === 'room')!;
    expect(termsUnder(rule, standing)).toEqual({ ...rule, futureBookings: 5 });
    expect(termsUnder(rule, null)).toEqual(rule);
  });
});
