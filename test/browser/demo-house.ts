import { loadDemo } from '../../src/demo/demo';
import { TestClock } from '../support/clock';
import { Oasis, type OasisOptions, startOasis } from '../support/oasis';
import { aTuesdayMorning } from './tuesday';

/** Takes everything out of somebody's calendar or, without a name, everybody's: neither limits nor others stand in the way. */
export async function clearBookings(oasis: Oasis, email: string | null = null): Promise<void> {
  await oasis.database.read(
    `with theirs as (
       delete from booking b using person p where p.id = b.person_id and ($1::text is null or p.email = $1) returning b.id)
     delete from occupation o using theirs t where o.cause_id = t.id`,
    [email],
  );
}

/** The house with its demonstration data on a Tuesday morning. */
export async function startDemoHouse(config: OasisOptions['config'] = {}): Promise<Oasis> {
  const oasis = await startOasis({ clock: new TestClock(aTuesdayMorning()), config });
  await loadDemo(oasis.database, oasis.clock.now());
  return oasis;
}
