import type { Plan } from '../../shared/api/views';
import { typedOf, wishOf } from './version-form';

const limits = {
  deskHorizonDays: 7,
  roomHorizonDays: null,
  roomFutureBookings: 2,
  roomLongestMinutes: null,
  guests: null,
};
const plan = { code: 'launch', allowances: [], pause: {}, limits, needs: null } as unknown as Plan;

describe('a version of a plan', () => {
  it('keeps the limits of booking that it had, and takes those that are typed', () => {
    const typed = typedOf(plan);
    expect(wishOf(typed, plan, 'site').limits).toEqual(limits);
    const changed = { ...typed, limits: { ...limits, roomFutureBookings: 5, deskHorizonDays: null } };
    expect(wishOf(changed, plan, 'site').limits).toEqual({ ...limits, roomFutureBookings: 5, deskHorizonDays: null });
  });

  it('leaves the limits of a new plan to the site', () => {
    const said = Object.values(wishOf(typedOf(undefined), undefined, 'site').limits ?? {});
    expect(said).toEqual([null, null, null, null, null]);
  });
});
