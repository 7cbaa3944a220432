import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { aPerson, aResource, aSite } from '../support/house';
import { openPostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

describe('places that are held instead of those that the house took away', () => {
  let sink: SmtpSink;
  let office: Awaited<ReturnType<typeof openPostOffice>>;
  let person: Actor;
  let offers: string[];

  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });

  beforeEach(async () => {
    office.clock.set('2027-03-02T06:00:00Z');
    const { id: site } = await aSite(office.database);
    person = await aPerson(office.database);
    const [gone, equal] = [
      await aResource(office.database, site, { name: 'Desk 07' }),
      await aResource(office.database, site, { name: 'Desk 08' }),
    ];
    offers = [newId(), newId()];
    for (const [index, id] of offers.entries()) {
      const booking = newId();
      const times = [`2027-03-0${3 + index}T07:00:00Z`, `2027-03-0${3 + index}T09:00:00Z`];
      await office.database.read(
        `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, reason, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, 'cancelled', 'Water in the wall', '2026-01-01', $7)`,
        [booking, site, gone, person.personId, ...times, office.clock.now()],
      );
      await office.database.read(
        `insert into replacement (id, booking_id, person_id, site_id, cause, cause_id, booking_status, from_resource_id,
           from_starts_at, from_ends_at, resource_id, starts_at, ends_at, offered_at, expires_at)
         values ($1, $2, $3, $4, 'maintenance', $1, 'confirmed', $5, $6, $7, $8, $6, $7, $9, $6::timestamptz - interval '2 hours')`,
        [id, booking, person.personId, site, gone, ...times, equal, office.clock.now()],
      );
    }
  });

  afterAll(async () => {
    await office?.stop();
    await sink?.close();
  });

  async function send(): Promise<void> {
    await office.ticks.planAgain(office.clock.now());
    office.clock.advance(1.1);
    await office.ticks.planAgain(office.clock.now());
    office.clock.advance(0.05);
    await office.sweep();
  }

  const mails = () => sink.to(`${person.personId}@people.example`).map(({ mail }) => mail);

  /** An answer, as the house writes it. */
  async function answer(id: string, status: string): Promise<void> {
    await office.database.read('update replacement set status = $2, answered_at = $3 where id = $1', [
      id,
      status,
      office.clock.now(),
    ]);
    await office.database.read(
      'update booking set updated_at = $2 where id = (select booking_id from replacement where id = $1)',
      [id, office.clock.now()],
    );
  }

  it('are told once and in one letter, and nothing is said of the cancellation beside it', async () => {
    await send();
    await send();
    expect(mails().map(({ subject }) => subject)).toEqual(['Other places for you: several bookings']);
    expect(mails()[0]?.text).toContain('Desk 08, Wednesday, 3 March 2027');
    expect(mails()[0]?.text).toContain('Desk 07, Wednesday, 3 March 2027');
    expect(mails()[0]?.text).toContain('Water in the wall');
  });

  it('say what was cancelled for good when one is declined, and only that', async () => {
    await send();
    await answer(offers[0] ?? '', 'declined');
    await send();
    expect(mails().map(({ subject }) => subject)).toEqual([
      'Other places for you: several bookings',
      'Cancelled: Wed 3 Mar, Desk 07',
    ]);
  });

  it('are not told when they were answered before the mail could go', async () => {
    await office.ticks.planAgain(office.clock.now());
    for (const id of offers) await answer(id, 'accepted');
    await office.database.read(
      `update booking set status = 'confirmed' where id in (select booking_id from replacement where id = any($1))`,
      [offers],
    );
    await send();
    expect(mails()).toEqual([]);
  });
});
