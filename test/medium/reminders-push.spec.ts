import { Actor } from '../../src/kernel/actor';
import { PersonalRecords } from '../../src/people/personal-records';
import { Audit } from '../../src/platform/audit/audit';
import { Secrets } from '../../src/platform/secrets';
import { PushSubscriptionService } from '../../src/reminders/push/push-subscription.service';
import { aResource, aSite } from '../support/house';
import { PushService } from '../support/push-service';
import { Listener } from '../support/told';

const longAgo = '2027-01-01T00:00:00Z';

/** Messages as notifications: the same ledger and the same promises as mail, over real TLS to browsers that decrypt. */
describe('notifications', () => {
  let service: PushService;
  let listener: Listener;
  let subscriptions: PushSubscriptionService;
  let person: Actor;
  let booking: string;

  beforeAll(async () => {
    service = await PushService.start();
    listener = await Listener.start(service.door());
    const { database, clock, config } = listener.office;
    const records = new PersonalRecords();
    subscriptions = new PushSubscriptionService(database, clock, new Audit(), records, new Secrets(config));
  });

  beforeEach(async () => {
    listener.office.clock.set('2027-03-02T06:00:00Z');
    await listener.sql('truncate message, booking, push_subscription cascade');
    person = await listener.person('Aino Example', { timeZone: 'Europe/Helsinki' });
    const site = (await aSite(listener.office.database)).id;
    booking = await listener.row('booking', {
      site_id: site,
      resource_id: await aResource(listener.office.database, site, { name: 'Desk 4' }),
      person_id: person.personId,
      starts_at: '2027-03-02T08:00:00Z',
      ends_at: '2027-03-02T10:00:00Z',
      status: 'confirmed',
      created_at: longAgo,
      updated_at: longAgo,
    });
  });

  afterAll(async () => {
    await listener?.stop();
    await service?.close();
  });

  const pushed = async (): Promise<[string, string | null][]> =>
    (await listener.told('booking_soon', person))
      .filter(({ channel }) => channel === 'push')
      .map(({ status, reason }) => [status, reason]);

  it('reach every browser of the person, encrypted, signed, and for as long as they are of use', async () => {
    const [phone, laptop] = [service.browser(), service.browser()];
    await subscriptions.add(person, { ...phone, device: 'Phone' });
    await subscriptions.add(person, laptop);
    await listener.at('2027-03-02T07:30:00Z');
    await listener.at('2027-03-02T07:31:00Z');
    expect(await pushed()).toEqual([['sent', null]]);
    for (const browser of [phone, laptop]) {
      const [message, ...more] = service.of(browser);
      expect(more).toEqual([]);
      expect(message?.payload).toMatchObject({
        title: 'Soon: 10:00–12:00, Desk 4',
        link: 'http://localhost:3000/bookings',
      });
      expect(message?.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
      expect(Number(message?.headers['ttl'])).toBeGreaterThan(1700);
      expect(Number(message?.headers['ttl'])).toBeLessThanOrEqual(1800);
      expect(message?.claims).toMatchObject({ aud: 'https://push.example.com', sub: 'mailto:no-reply@oasis.example' });
      expect(message!.claims.exp * 1000 - listener.now.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
    }
    expect(service.of(phone)[0]?.payload.id).toBe(service.of(laptop)[0]?.payload.id);
  });

  it('are planned for nobody without a browser, and nothing of before for a new one', async () => {
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([]);
    listener.office.clock.advance(1);
    await subscriptions.add(person, service.browser());
    await listener.at();
    expect(await pushed()).toEqual([]);
  });

  it('read the fact again: nothing of what was cancelled a moment before', async () => {
    const browser = service.browser();
    await subscriptions.add(person, browser);
    listener.office.clock.set('2027-03-02T07:30:00Z');
    await listener.office.ticks.planAgain(listener.now);
    await listener.sql(`update booking set status = 'cancelled' where id = $1`, [booking]);
    await listener.office.sweep(new Date(listener.now.getTime() + 5_000));
    expect(await pushed()).toEqual([['void', 'the booking is cancelled']]);
    expect(service.of(browser)).toEqual([]);
  });

  it('respect the choice of the person for this channel alone', async () => {
    const browser = service.browser();
    await subscriptions.add(person, browser);
    await listener.sql(`insert into reminder_preference (person_id, kind, push) values ($1, 'booking_soon', false)`, [
      person.personId,
    ]);
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([['void', 'the person does without it']]);
    expect(listener.subjects(person)).toHaveLength(1);
  });

  it.each([404, 410])('forget a browser that has unsubscribed (%s), and say so in the ledger', async (status) => {
    const [gone, there] = [service.browser(), service.browser()];
    service.answers.set(gone.endpoint.split('/').at(-1)!, [status]);
    await subscriptions.add(person, gone);
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([['failed', 'no browser wants notifications any more']]);
    expect(await listener.sql('select 1 from push_subscription')).toEqual([]);
    await subscriptions.add(person, there);
    await listener.at();
    expect(service.of(there)).toEqual([]);
  });

  it.each<[string, number | 'hang up']>([
    ['is overwhelmed', 429],
    ['is broken', 503],
    ['hangs up', 'hang up'],
  ])('are tried again when the push service %s, and are told once', async (_, answer) => {
    const browser = service.browser();
    service.answers.set(browser.endpoint.split('/').at(-1)!, [answer, answer]);
    await subscriptions.add(person, browser);
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([['pending', expect.stringMatching(/push/)]]);
    for (let minute = 31; minute < 40; minute++) await listener.at(`2027-03-02T07:${minute}:00Z`);
    expect(await pushed()).toEqual([['sent', null]]);
    expect(service.of(browser)).toHaveLength(1);
  });

  it('fail with their reason when the push service refuses them for good, and stop no mail', async () => {
    const browser = service.browser();
    service.answers.set(browser.endpoint.split('/').at(-1)!, [403]);
    await subscriptions.add(person, browser);
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([['failed', 'push service answered 403']]);
    expect(listener.subjects(person)).toHaveLength(1);
  });

  it('are told as soon as one device has them, though another is away', async () => {
    const [away, here] = [service.browser(), service.browser()];
    service.answers.set(away.endpoint.split('/').at(-1)!, [503]);
    await subscriptions.add(person, away);
    await subscriptions.add(person, here);
    await listener.at('2027-03-02T07:30:00Z');
    expect(await pushed()).toEqual([['sent', null]]);
    expect(service.of(here)).toHaveLength(1);
    expect(await listener.sql('select 1 from push_subscription')).toHaveLength(2);
  });

  it('go out twice when their sender is killed in between, and are recognised by their topic', async () => {
    const browser = service.browser();
    await subscriptions.add(person, browser);
    listener.office.clock.set('2027-03-02T07:30:00Z');
    await listener.office.ticks.planAgain(listener.now);
    const [row] = await listener.sql<{ id: string }>(`select id from message where channel = 'push'`);
    const settle = jest.spyOn(listener.office.ledger, 'settle').mockRejectedValue(new Error('killed'));
    await listener.office.sender.send(row!.id).catch(() => undefined);
    settle.mockRestore();
    expect((await pushed())[0]?.[0]).toBe('sending');
    await listener.sql(`update message set claimed_until = '2020-01-01' where status = 'sending'`);
    listener.office.clock.advance(2);
    await listener.office.sweep();
    expect((await pushed())[0]?.[0]).toBe('sent');
    const topics = service.of(browser).map(({ headers }) => headers['topic']);
    expect(topics).toHaveLength(2);
    expect(new Set(topics).size).toBe(1);
  });

  it('belong to whoever uses the browser last, and to ten browsers at most', async () => {
    const other = await listener.person('Otto Other');
    const shared = service.browser();
    await subscriptions.add(person, shared);
    await subscriptions.add(other, shared);
    expect((await subscriptions.own(person)).items).toEqual([]);
    for (let count = 0; count < 12; count++) {
      listener.office.clock.advance(1);
      await subscriptions.add(other, { ...service.browser(), device: `Device ${count}` });
    }
    const { items } = await subscriptions.own(other);
    expect(items).toHaveLength(10);
    expect(items[0]?.device).toBe('Device 11');
    await subscriptions.remove(other, items[0]!.id);
    await expect(subscriptions.remove(person, items[1]!.id)).rejects.toThrow();
    expect((await subscriptions.own(other)).items).toHaveLength(9);
  });

  it.each<[string, { endpoint?: string; keys?: { p256dh: string; auth: string } }]>([
    ['an address inside', { endpoint: 'https://localhost/a' }],
    ['no address', { endpoint: 'nothing' }],
    ['a key that is none', { keys: { p256dh: 'AAAA', auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }],
    ['a short secret', { keys: { p256dh: '', auth: 'AA' } }],
  ])('are not sent to %s', async (_, wrong) => {
    const given = service.browser();
    const keys =
      wrong.keys && !wrong.keys.p256dh ? { ...wrong.keys, p256dh: given.keys.p256dh } : (wrong.keys ?? given.keys);
    await expect(subscriptions.add(person, { ...given, ...wrong, keys })).rejects.toMatchObject({ code: 'malformed' });
    expect(await listener.sql('select 1 from push_subscription')).toEqual([]);
  });

  it('are kept from the export but for names and dates', async () => {
    await subscriptions.add(person, { ...service.browser(), device: 'Phone' });
    const text = JSON.stringify(await subscriptions.own(person));
    expect(text).toContain('Phone');
    expect(text).not.toContain('push.example.com');
  });
});
