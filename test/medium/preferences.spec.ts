import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { quietUntil } from '../../src/reminders/message.rules';
import { aPerson, aResource, aSite } from '../support/house';
import { openPostOffice, PostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

describe('how people want to be told', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  let person: Actor;

  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });

  beforeEach(async () => {
    await office.database.read(`update booking set status = 'completed'`);
    person = await aPerson(office.database);
  });

  afterAll(async () => {
    await office?.stop();
    await sink?.close();
  });

  const mails = (): string[] => sink.to(`${person.personId}@people.example`).map(({ mail }) => mail.subject ?? '');

  async function at(instant: string): Promise<void> {
    office.clock.set(instant);
    await office.ticks.plan(office.clock.now());
    office.clock.advance(0.05);
    await office.sweep();
  }

  async function booked(from: string, to: string): Promise<string> {
    const site = (await aSite(office.database)).id;
    const id = newId();
    await office.database.read(
      `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, 'confirmed', '2027-01-01', '2027-01-01')`,
      [id, site, await aResource(office.database, site), person.personId, from, to],
    );
    return id;
  }

  const prefer = (kind: string, mail: boolean, app: boolean, minutes: number | null = null): Promise<unknown> =>
    office.database.read(`insert into reminder_preference values ($1, $2, $3, $4, $5)`, [
      person.personId,
      kind,
      mail,
      app,
      minutes,
    ]);

  const quiet = (from: string, to: string): Promise<unknown> =>
    office.database.read('insert into quiet_hours values ($1, $2, $3)', [person.personId, from, to]);

  it('is kept to at the chosen distance', async () => {
    await prefer('booking_tomorrow', false, false);
    await prefer('booking_soon', true, true, 120);
    await booked('2027-03-04T08:00:00Z', '2027-03-04T10:00:00Z');
    await at('2027-03-04T05:59:00Z');
    expect(mails()).toEqual([]);
    await at('2027-03-04T06:00:00Z');
    expect(mails()).toHaveLength(1);
  });

  it('is kept to over each channel, and written down', async () => {
    await prefer('booking_soon', false, true);
    const id = await booked('2027-03-05T08:00:00Z', '2027-03-05T10:00:00Z');
    await at('2027-03-05T07:30:00Z');
    expect(mails()).toEqual([]);
    const rows = await office.database.read(
      `select channel, status, reason from message where subject_id = $1 and kind = 'booking_soon' order by channel`,
      [id],
    );
    expect(rows).toEqual([
      { channel: 'app', status: 'sent', reason: null },
      { channel: 'mail', status: 'void', reason: 'the person does without it' },
    ]);
  });

  it('does not keep from anybody what belongs to the account', async () => {
    await prefer('verify_email', false, false);
    const link = await office.aLink(person.personId);
    await at(office.clock.now().toISOString());
    expect((await office.row(link)).status).toBe('sent');
  });

  it('lets mails wait for the end of quiet hours, and no message in the application', async () => {
    // Six in the evening in Helsinki is eleven at night where the person is.
    await office.database.read(`update person set time_zone = 'Asia/Novosibirsk' where id = $1`, [person.personId]);
    await quiet('22:00', '23:30');
    const id = await booked('2027-03-09T11:00:00Z', '2027-03-09T12:00:00Z');
    await at('2027-03-08T16:00:00Z');
    expect(mails()).toEqual([]);
    expect(await office.row(id)).toMatchObject({ status: 'pending', reason: 'quiet hours' });
    expect((await office.ledger.waiting(new Date('2027-03-08T16:20:00Z'))).overdue).toBe(0);
    await at('2027-03-08T16:29:00Z');
    expect(mails()).toEqual([]);
    await at('2027-03-08T16:30:01Z');
    expect(mails()).toEqual([expect.stringMatching(/^Tomorrow/)]);
    const [app] = await office.database.read<{ sentAt: Date }>(
      `select sent_at as "sentAt" from message where subject_id = $1 and channel = 'app' and kind = 'booking_tomorrow'`,
      [id],
    );
    expect(app?.sentAt.toISOString()).toBe('2027-03-08T16:00:00.000Z');
  });

  it('can be said by each mail itself, to the mail program as to the reader', async () => {
    await booked('2027-03-12T08:00:00Z', '2027-03-12T10:00:00Z');
    await at('2027-03-12T07:30:00Z');
    const mail = sink.to(`${person.personId}@people.example`)[0]?.mail;
    const raw = mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    expect(raw).toMatch(/^<http:\/\/localhost:3000\/api\/v1\/unsubscribe\/[\w-]+>$/);
    expect(mail?.headers).toContainEqual(
      expect.objectContaining({ key: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }),
    );
    expect(mail?.text).toContain(`Stop mails of this kind:\n${raw.slice(1, -1)}`);
    expect(mail?.html).toContain(`href="${raw.slice(1, -1)}"`);

    await office.aLink(person.personId);
    await at('2027-03-12T07:31:00Z');
    const account = sink.to(`${person.personId}@people.example`)[1]?.mail;
    expect(account?.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
    expect(account?.text).not.toContain('unsubscribe');
  });

  it('lets nothing wait that is urgent, or would come too late', async () => {
    await quiet('17:00', '16:59');
    await booked('2027-03-11T04:00:00Z', '2027-03-11T10:00:00Z');
    await at('2027-03-10T16:00:00Z');
    await at('2027-03-11T03:30:00Z');
    expect(mails()).toEqual([expect.stringMatching(/^Tomorrow/), expect.stringMatching(/^Soon/)]);
  });

  it.each([
    ['22:00', '07:00', '2027-03-02T19:59:00Z', undefined],
    ['22:00', '07:00', '2027-03-02T20:00:00Z', '2027-03-03T05:00:00.000Z'],
    ['22:00', '07:00', '2027-03-03T04:59:00Z', '2027-03-03T05:00:00.000Z'],
    ['22:00', '07:00', '2027-03-03T05:00:00Z', undefined],
    ['12:00', '13:00', '2027-03-03T10:30:00Z', '2027-03-03T11:00:00.000Z'],
    ['12:00', '13:00', '2027-03-03T11:00:00Z', undefined],
    // The night that lacks an hour, and the night that has one more.
    ['22:00', '07:00', '2027-03-27T21:00:00Z', '2027-03-28T04:00:00.000Z'],
    ['22:00', '07:00', '2027-10-30T21:00:00Z', '2027-10-31T05:00:00.000Z'],
  ])('quiet from %s to %s: at %s until %s', (from, to, now, until) => {
    expect(quietUntil(new Date(now), { from, to }, 'Europe/Helsinki')?.toISOString()).toBe(until);
  });
});
