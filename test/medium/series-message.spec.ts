import { BookingService } from '../../src/bookings/booking.service';
import { SeriesChangeService } from '../../src/bookings/series/series-change.service';
import { SeriesService } from '../../src/bookings/series/series.service';
import { Actor } from '../../src/kernel/actor';
import { kindNamed } from '../../src/reminders/kinds';
import { MessageTicks } from '../../src/reminders/message.ticks';
import { anEntrepreneur, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

const week = (start: string) => new Date(`2027-03-03T${start}:00+02:00`);

let oasis: Oasis;
let desk: string;
let aino: Actor;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  oasis.clock.set('2027-03-02T06:00:00Z');
  const far = { horizonDays: 365, futureBookings: 60 };
  const { id } = await aSite(oasis.database, { fairShare: 100, rules: { desk: far } });
  desk = await aResource(oasis.database, id, { name: 'Desk 01' });
  aino = await anEntrepreneur(oasis.database, id);
});

/** What the ledger holds for the person by mail, planned by now. */
async function planned(): Promise<string[]> {
  await oasis.get(MessageTicks).planAgain(oasis.clock.now());
  const rows = await oasis.database.read<{ kind: string }>(
    `select kind from message where person_id = $1 and channel = 'mail' order by created_at, kind`,
    [aino.personId],
  );
  return rows.map(({ kind }) => kind);
}

const book = () =>
  oasis.get(SeriesService).book(aino, {
    resourceId: desk,
    start: week('09:00'),
    end: week('11:00'),
    rule: 'FREQ=WEEKLY;COUNT=8',
    choices: [{ date: '2027-03-17', skip: true }],
  });

it('a series is confirmed in one message with all its dates, not in one for each', async () => {
  const { id } = await book();
  expect(await planned()).toEqual(['series_confirmed']);

  const kind = kindNamed('series_confirmed');
  const [row] = await oasis.database.read<{ occasion: string }>('select occasion from message where subject_id = $1', [
    id,
  ]);
  const [facts] = await oasis.database.read<{ bookings: unknown[]; pointless: string | null }>(kind?.reread ?? '', [
    id,
    oasis.clock.now(),
    row?.occasion,
  ]);
  expect(facts).toMatchObject({ pointless: null });
  expect(facts?.bookings).toHaveLength(7);
});

it('a date that is added later is confirmed by itself, and so is a single booking', async () => {
  const { id } = await book();
  await planned();
  oasis.clock.advance(10);
  await oasis.get(SeriesService).add(aino, id, { date: '2027-03-17' });
  expect(await planned()).toEqual(['series_confirmed', 'series_confirmed']);
  await oasis.get(BookingService).book(aino, { resourceId: desk, start: week('12:00'), end: week('13:00') });
  expect((await planned()).sort()).toEqual(['booking_confirmed', 'series_confirmed', 'series_confirmed']);
});

it('this and following that are moved, and all that are cancelled, are one message each', async () => {
  const { id } = await book();
  await planned();
  oasis.clock.advance(10);
  const changes = oasis.get(SeriesChangeService);
  await changes.change(aino, id, { from: '2027-03-10', startTime: '12:00', endTime: '14:00' }, 1);
  await planned();
  oasis.clock.advance(10);
  await changes.cancel(aino, id, {});
  expect((await planned()).sort()).toEqual(['booking_cancelled', 'booking_changed', 'series_confirmed']);
});
