import ICAL from 'ical.js';
import { newId } from '../../src/kernel/id';
import { locales } from '../../src/people/people.rules';
import { calendarText } from '../../src/platform/mail/calendar-file';
import { anAccount, signIn, TestAccount } from '../support/account';
import { aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

let oasis: Oasis;
let aino: TestAccount;
let token: string;
let siteId: string;

beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  aino = await anAccount(oasis);
  token = (await signIn(oasis, aino)).accessToken;
  siteId = (await aSite(oasis.database)).id;
});

const call = (method: 'get' | 'post' | 'delete', path: string, by = token) =>
  oasis.http[method](`/api/v1/${path}`).set('authorization', `Bearer ${by}`);

async function booked(options: { title?: string; name?: string; status?: string } = {}): Promise<string> {
  const id = newId();
  const resource = await aResource(oasis.database, siteId, options.name ? { name: options.name } : {});
  await oasis.database.read(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, title, status, created_at, updated_at)
     values ($1, $2, $3, $4, '2027-03-28T00:30:00Z', '2027-03-28T02:00:00Z', $5, $6, $7, $7)`,
    [id, siteId, resource, aino.id, options.title ?? null, options.status ?? 'confirmed', oasis.clock.now()],
  );
  return id;
}

async function feed(): Promise<string> {
  const { body } = await call('post', 'me/calendar-feed').expect(200);
  return new URL((body as { url: string }).url).pathname;
}

/** What a second, independent reader makes of a file. */
function events(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('a file for calendars', () => {
  const entry = {
    id: '01939c4e-0000-7000-8000-000000000000',
    version: 3,
    title: 'Pitch',
    place: 'Room Saimaa',
    startsAt: new Date('2027-03-28T00:30:00Z'),
    endsAt: new Date('2027-03-28T02:00:00Z'),
    changedAt: new Date('2027-03-02T06:00:00Z'),
    link: 'https://oasis.example/bookings',
  };

  it.each([
    ['markup of its own', 'A;B,C:D\\E "F"', undefined],
    ['Finnish', 'Yrityspäivän lämmittely – äö', undefined],
    ['Swedish', 'Åsas övning på fredag', undefined],
    ['Russian', 'Подготовка к презентации проекта перед комиссией и очень длинное название встречи', undefined],
    ['characters of four bytes', '🚀'.repeat(60), undefined],
    ['a line break', 'a\r\nEND:VEVENT\r\nBEGIN:VALARM', 'a END:VEVENT BEGIN:VALARM'],
    ['a bare carriage return', 'a\rATTENDEE:mailto:eve@people.example', 'a ATTENDEE:mailto:eve@people.example'],
    ['other controls', 'a\u0000b\u001b\u007f\u0085c\u2028d', 'a b c d'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('is read the same by another parser with %s', (_, title, expected = title) => {
    const text = calendarText({ method: 'PUBLISH', entries: [{ ...entry, title, place: title }] });
    const [event, ...more] = events(text);
    expect(more).toEqual([]);
    expect(event?.summary).toBe(expected);
    expect(event?.location).toBe(expected);
    expect(event?.uid).toBe(`${entry.id}@business-oasis`);
    expect(event?.sequence).toBe(3);
    expect(event?.startDate.toJSDate()).toEqual(entry.startsAt);
    expect(event?.endDate.toJSDate()).toEqual(entry.endsAt);
    expect(event?.attendees).toEqual([]);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
  });
});

describe('a booking', () => {
  it('is a file, and one that takes it out of the calendar when it was cancelled', async () => {
    const id = await booked({ title: 'Äänitys; osa 1' });
    const answer = await call('get', `bookings/${id}.ics`)
      .expect(200)
      .expect('content-type', /text\/calendar/);
    expect(answer.text).toContain('METHOD:PUBLISH');
    expect(events(answer.text)[0]?.summary).toBe('Äänitys; osa 1');

    await oasis.database.read(`update booking set status = 'cancelled', version = 2 where id = $1`, [id]);
    const { text } = await call('get', `bookings/${id}.ics`).expect(200);
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('STATUS:CANCELLED');
    expect(events(text)[0]).toMatchObject({ uid: `${id}@business-oasis`, sequence: 2 });
  });

  it("is nobody else's", async () => {
    const id = await booked();
    const other = (await signIn(oasis, await anAccount(oasis))).accessToken;
    expectProblem(await call('get', `bookings/${id}.ics`, other), 404, 'missing');
    expectProblem(await call('get', 'bookings/nothing.ics'), 400, 'malformed');
    expect((await call('get', `bookings/${id}`).expect(200)).body.id).toBe(id);
  });
});

describe('the feed', () => {
  it('is open to whoever knows its address, and says nothing twice', async () => {
    await booked({ name: 'Desk 1' });
    await booked({ name: 'Desk 2', status: 'cancelled' });
    await booked({ name: 'Desk 3', status: 'requested' });
    const path = await feed();

    const first = await oasis.http
      .get(path)
      .expect(200)
      .expect('content-type', /text\/calendar/);
    expect(
      events(first.text)
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(['Desk 1', 'Desk 3']);
    expect(first.text).toContain('STATUS:TENTATIVE');
    const [etag, modified] = [first.headers['etag']!, first.headers['last-modified']!];
    expect(modified).toBe('Tue, 02 Mar 2027 06:00:00 GMT');
    expect((await oasis.http.get(path).set('if-none-match', `"x", W/${etag}`).expect(304)).text).toBe('');
    await oasis.http.get(path).set('if-modified-since', modified).expect(304);
    await oasis.http.get(path).set('if-none-match', '"x"').set('if-modified-since', modified).expect(200);

    oasis.clock.advance(1);
    await booked({ name: 'Desk 4' });
    oasis.clock.advance(-1);
    const second = await oasis.http.get(path).set('if-none-match', etag).expect(200);
    expect(second.headers['etag']).not.toBe(etag);
    await oasis.http.get(path).set('if-modified-since', modified).expect(200);
  });

  it('is replaced by a new address, taken back, and closed with the account', async () => {
    const first = await feed();
    const second = await feed();
    expectProblem(await oasis.http.get(first), 404, 'missing');
    await oasis.http.get(second).expect(200);
    const [row] = await oasis.database.read<{ kept: string }>(
      `select row_to_json(f)::text as kept from calendar_feed f where person_id = $1`,
      [aino.id],
    );
    expect(row?.kept).not.toContain(second.split('/').at(-1)!.replace('.ics', ''));

    await call('delete', 'me/calendar-feed').expect(204);
    await call('delete', 'me/calendar-feed').expect(204);
    expectProblem(await oasis.http.get(second), 404, 'missing');

    const third = await feed();
    await oasis.database.read(`update person set status = 'disabled' where id = $1`, [aino.id]);
    expectProblem(await oasis.http.get(third), 404, 'missing');
  });

  it.each(locales)('has a name in the language of its person (%s)', async (locale) => {
    await oasis.database.read('update person set locale = $2 where id = $1', [aino.id, locale]);
    const { text } = await oasis.http.get(await feed()).expect(200);
    const name = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstPropertyValue('x-wr-calname');
    expect(name).toMatch(/ · Business Oasis$/);
    expect(/[а-я]/.test(String(name))).toBe(locale === 'ru');
  });
});
