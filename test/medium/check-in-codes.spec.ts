import { BookingLifeService } from '../../src/bookings/booking-life.service';
import { BookingService } from '../../src/bookings/booking.service';
import { BookingView } from '../../src/bookings/booking.view';
import { CheckInCodeQueries } from '../../src/bookings/check-in-code/check-in-code.queries';
import { codeIn, grouped } from '../../src/bookings/check-in-code/check-in-code.rules';
import { CheckInCodeService } from '../../src/bookings/check-in-code/check-in-code.service';
import { CheckInCodeView } from '../../src/bookings/check-in-code/check-in-code.view';
import { CodeKeeper } from '../../src/bookings/check-in-code/code-keeper';
import { ScanService } from '../../src/bookings/check-in-code/scan.service';
import { Actor } from '../../src/kernel/actor';
import { Database } from '../../src/platform/database/database';
import { Secrets } from '../../src/platform/secrets';
import { aManager, anEntrepreneur, aResource, aSite, desks } from '../support/house';
import { Oasis, startOasis, TestClock } from '../support/oasis';

// Tuesday 2 March 2027 in Helsinki (UTC+2).
const at = (time: string) => new Date(`2027-03-02T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let clock: TestClock;
let codes: CheckInCodeService;
let queries: CheckInCodeQueries;
let siteId: string;
let desk: string;
let other: string;
let aino: Actor;
let manager: Actor;

beforeAll(async () => {
  oasis = await startOasis();
  ({ database: db, clock } = oasis);
  [codes, queries] = [oasis.get(CheckInCodeService), oasis.get(CheckInCodeQueries)];
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  clock.set(at('07:00'));
  siteId = (await aSite(db, { fairShare: 100, rules: { desk: { futureBookings: null } } })).id;
  [desk = '', other = ''] = await desks(db, siteId, 2);
  [aino, manager] = [await anEntrepreneur(db, siteId), await aManager(db, siteId)];
  await codes.issue(manager, siteId);
});

const printed = async (id = desk): Promise<CheckInCodeView> => {
  const found = (await queries.list(manager, siteId)).items.find(({ resource }) => resource.id === id);
  if (!found) throw new Error('no such place');
  return found;
};
const codeOf = async (id = desk): Promise<string> => (await printed(id)).code ?? '';
const scan = async (actor = aino, id = desk) => oasis.get(ScanService).scan(actor, await codeOf(id));
const book = (from = '09:00', to = '11:00', actor = aino, resourceId = desk): Promise<BookingView> =>
  oasis.get(BookingService).book(actor, { resourceId, start: at(from), end: at(to) });

describe('the codes of a site', () => {
  it('are one per place, unguessable, with a picture that leads to the page of the code', async () => {
    const { items } = await queries.list(manager, siteId);
    expect(items.map(({ resource }) => resource.id).sort()).toEqual([desk, other].sort());
    const [first] = items;
    expect(first?.code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/);
    expect(first?.address).toBe(`http://localhost:3000/c/${first?.code}`);
    expect(first?.svg).toMatch(/^<svg .*<\/svg>$/);
    expect(new Set(items.map(({ code }) => code)).size).toBe(2);
  });

  it('stand in no table in clear, and neither the table nor the key alone opens them', async () => {
    const code = codeIn(await codeOf()) ?? '';
    const [row] = await db.read<{ sealed: Buffer; code_hash: Buffer }>(
      'select sealed, code_hash from check_in_code where resource_id = $1',
      [desk],
    );
    const bytes = Buffer.concat([row!.sealed, row!.code_hash]);
    expect(bytes.includes(code)).toBe(false);
    const elsewhere = new CodeKeeper(
      new Secrets({ jwtSecret: 'another-secret-0123456789-abcdefghijklmn', jwtSecretPrevious: undefined }),
    );
    expect(elsewhere.open(row!.sealed, desk)).toBeUndefined();
    expect(oasis.get(CodeKeeper).open(row!.sealed, desk)).toBe(code);
    expect(oasis.get(CodeKeeper).open(row!.sealed, other)).toBeUndefined();
    // What lies on the desks outlives the secret.
    expect(elsewhere.hash(code)).toEqual(row!.code_hash);
  });

  it('stay when others are given, and change for the named places, whose old codes are worth nothing then', async () => {
    const [before, beside] = [await codeOf(), await codeOf(other)];
    await codes.issue(manager, siteId);
    expect(await codeOf()).toBe(before);
    await codes.issue(manager, siteId, [desk]);
    expect(await codeOf()).not.toBe(before);
    expect(await codeOf(other)).toBe(beside);
    await expect(queries.place(before)).rejects.toMatchObject({ code: 'missing' });
    await expect(oasis.get(ScanService).scan(aino, before)).rejects.toMatchObject({ code: 'missing' });
  });

  it('are given once when two managers give them at the same moment', async () => {
    await db.read('delete from check_in_code');
    await Promise.all(Array.from({ length: 8 }, () => codes.issue(manager, siteId)));
    expect(await db.read('select 1 from check_in_code')).toHaveLength(2);
    expect(await queries.place(await codeOf())).toMatchObject({ resource: 'Desk 01' });
  });

  it('are for those who run the site, and for its own places', async () => {
    const foreign = (await aSite(db)).id;
    const away = await aResource(db, foreign);
    await expect(queries.list(aino, siteId)).rejects.toMatchObject({ code: 'role_required' });
    await expect(codes.issue(aino, siteId)).rejects.toMatchObject({ code: 'role_required' });
    await expect(codes.issue(manager, foreign)).rejects.toMatchObject({ code: 'role_required' });
    await expect(codes.issue(manager, siteId, [desk, away])).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('a code', () => {
  it('says to anybody which place it lies on, and nothing about people', async () => {
    await book();
    const site = await db.read<{ name: string }>('select name from site where id = $1', [siteId]);
    const said = { resource: 'Desk 01', kind: 'desk', site: site[0]?.name };
    const code = await codeOf();
    expect(await queries.place(code)).toEqual(said);
    expect(await queries.place(code.toUpperCase().replaceAll('-', ' '))).toEqual(said);
    for (const wrong of ['', 'x', '0000-0000-0000', `${code}0`, "' or 1=1 --", code.replace(/.$/, 'u')]) {
      await expect(queries.place(wrong)).rejects.toMatchObject({ code: 'missing' });
    }
    await db.read(`update resource set status = 'retired' where id = $1`, [desk]);
    await expect(queries.place(code)).rejects.toMatchObject({ code: 'missing' });
  });

  it('is read as it is typed', () => {
    expect(codeIn('O1IL-abcd-EFGH')).toBe('0111abcdefgh');
    expect(grouped('0111abcdefgh')).toBe('0111-abcd-efgh');
    expect(codeIn('uuuu-uuuu-uuuu')).toBeUndefined();
  });
});

describe('whoever scans', () => {
  it('is checked in to their booking of now, and answered alike each time', async () => {
    const booking = await book();
    clock.set(at('08:55'));
    const first = await scan();
    expect(first).toMatchObject({ outcome: 'checked_in', booking: { id: booking.id, status: 'checked_in' } });
    clock.set(at('09:30'));
    expect(await scan()).toEqual(first);
    expect(
      await db.read(`select 1 from audit_event where action = 'booking.check-in' and subject_id = $1`, [booking.id]),
    ).toHaveLength(1);
  });

  it('is checked in once by eight taps at the same moment, and each is answered alike', async () => {
    const booking = await book();
    clock.set(at('09:00'));
    const code = await codeOf();
    const said = await Promise.all(Array.from({ length: 8 }, () => oasis.get(ScanService).scan(aino, code)));
    for (const each of said) expect(each).toMatchObject({ outcome: 'checked_in', booking: { id: booking.id } });
    expect(
      await db.read(`select 1 from audit_event where action = 'booking.check-in' and subject_id = $1`, [booking.id]),
    ).toHaveLength(1);
  });

  it('is told that it is too early, and from when it is not', async () => {
    const booking = await book('12:00', '14:00');
    clock.set(at('09:00'));
    expect(await scan()).toMatchObject({
      outcome: 'too_early',
      booking: { id: booking.id, status: 'confirmed' },
      ...booking.checkIn,
    });
  });

  it('is told that it is too late', async () => {
    const booking = await book('09:00', '14:00');
    clock.set(at('13:00'));
    expect(await scan()).toMatchObject({ outcome: 'too_late', booking: { id: booking.id }, ...booking.checkIn });
  });

  it('is told which place is theirs when it is another', async () => {
    const booking = await book('09:00', '11:00', aino, other);
    clock.set(at('09:00'));
    expect(await scan()).toMatchObject({ outcome: 'elsewhere', booking: { id: booking.id, resource: { id: other } } });
    await oasis.get(BookingLifeService).checkIn(aino, booking.id);
    expect(await scan()).toMatchObject({ outcome: 'elsewhere', booking: { id: booking.id } });
  });

  it('is told that nobody has approved it yet', async () => {
    const room = await aResource(db, siteId, { kind: 'room', needsApproval: true });
    await codes.issue(manager, siteId);
    await book('09:00', '10:00', aino, room);
    clock.set(at('09:00'));
    expect(await scan(aino, room)).toMatchObject({ outcome: 'not_confirmed' });
  });

  it('without a booking is told whether it can be booked now, and until when', async () => {
    const boris = await anEntrepreneur(db, siteId);
    await book('12:00', '14:00', boris);
    clock.set(at('09:07'));
    expect(await scan()).toEqual({
      outcome: 'free',
      resource: { id: desk, name: 'Desk 01', kind: 'desk' },
      siteId,
      site: expect.any(String) as string,
      timeZone: 'Europe/Helsinki',
      booking: null,
      from: '2027-03-02T07:00:00Z',
      until: '2027-03-02T10:00:00Z',
    });
    clock.set(at('12:30'));
    const taken = await scan();
    expect(taken).toMatchObject({ outcome: 'taken', booking: null, until: '2027-03-02T12:00:00Z' });
    expect(JSON.stringify(taken)).not.toContain(boris.personId);
    clock.set(at('14:00'));
    expect(await scan()).toMatchObject({ outcome: 'free', until: '2027-03-02T18:00:00Z' });
    clock.set(at('20:00'));
    expect(await scan()).toMatchObject({ outcome: 'closed' });
  });

  it("is never checked in to what is somebody else's", async () => {
    const booking = await book();
    clock.set(at('09:00'));
    expect(await scan(await anEntrepreneur(db, siteId))).toMatchObject({ outcome: 'taken', booking: null });
    expect(await db.read('select status from booking where id = $1', [booking.id])).toEqual([{ status: 'confirmed' }]);
  });

  it('of two bookings one after the other is checked in to the one whose time has come', async () => {
    const [first, second] = [await book('09:00', '10:00'), await book('10:00', '11:00')];
    clock.set(at('09:00'));
    expect((await scan()).booking?.id).toBe(first.id);
    clock.set(at('10:00'));
    expect((await scan()).booking?.id).toBe(second.id);
  });
});
