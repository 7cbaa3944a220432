// S10: what people write where other programs read it.
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { Figures } from '../../chaos/figures.mjs';
import { parts } from '../cast.mjs';

/** What would be another line, column, property or header, if it were not kept in its place. */
const payloads = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  'a","b","c',
  'a\r\nb,c,d',
  'x\r\nATTENDEE:mailto:evil@evil.example',
  'x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:evil',
  'x\rDTSTART:19700101T000000Z',
  'x\u2028URL:https://evil.example',
  'x\u0085X-EVIL:1',
  'x;TZID=Evil:y',
  'x\\nY:z',
  'x\r\nBcc: evil@evil.example',
  'x\nSubject: evil',
  'x\r\n\r\n<script>',
  '"Evil" <evil@evil.example>, x',
  '=?utf-8?Q?=0D=0ABcc:_evil@evil.example?=',
  'x\u0000y\u200B\u202E',
].filter((text) => !text.includes('\u0000'));

/** S10: tables, calendars and mails, read by other parsers than those that wrote them. */
export async function outputs(target, { full }) {
  const figures = new Figures('outputs', 'S10 tables, calendars and mails, read by a second parser');
  const [founder] = await target.sql(`select id from person where email = $1`, [parts.entrepreneur]);
  const [booking] = await target.sql(
    `select id from booking where person_id = $1 and status = 'confirmed' and starts_at > $2 order by starts_at limit 1`,
    [founder.id, await target.house('advance', 0)],
  );
  const feed = await target.as('entrepreneur', 'POST', '/api/v1/me/calendar-feed');
  const found = { columns: [], formulas: [], properties: [], headers: [], letters: 0 };
  const expected = { tables: new Map(), calendars: new Map() };
  const plain = 'Plain words';
  for (const payload of [plain, ...(full ? payloads : payloads.filter((_, i) => i % 3 === 0))]) {
    // Past every check that would not let it in.
    await target.sql(`update person set full_name = $2 where id = $1`, [founder.id, payload]);
    await target.sql(`update resource set name = $1 where id = (select resource_id from booking where id = $2)`, [
      payload,
      booking.id,
    ]);
    await target.sql(`update booking set title = $2, updated_at = $3, version = version + 1 where id = $1`, [
      booking.id,
      payload,
      await target.house('advance', 0),
    ]);
    await tables(target, payload === plain, expected, found);
    for (const path of [`/api/v1/bookings/${booking.id}.ics`, new URL(feed.json.url).pathname]) {
      const { text } = await target.as('entrepreneur', 'GET', path);
      const shape = shapeOfCalendar(text);
      const key = path.includes(booking.id) ? 'one' : 'feed';
      if (payload === plain) expected.calendars.set(key, shape);
      else if (shape !== expected.calendars.get(key)) found.properties.push({ key, payload, shape });
    }
    await letter(target, founder.id, payload, found);
  }
  figures.exactly(
    'tables and calendars that were read',
    expected.tables.size + expected.calendars.size,
    tablePaths.length + 2,
  );
  figures.none('rows with another number of columns', found.columns);
  figures.none('cells that a program would calculate', found.formulas);
  figures.none('properties that are not ours', found.properties);
  figures.atLeast('letters that were read', found.letters, full ? payloads.length : 3);
  figures.none('headers that are not ours', found.headers);
  target.cast.isTouched = true;
  await target.cast.heal();
  return figures;
}

const tablePaths = [
  '/api/v1/audit-events',
  '/api/v1/reports/occupancy',
  '/api/v1/reports/coaching-hours',
  '/api/v1/reports/participants',
];

async function tables(target, isPlain, expected, found) {
  const today = (await target.house('advance', 0)).slice(0, 10);
  for (const path of tablePaths) {
    const from = new Date(Date.parse(today) - 20 * 86_400_000).toISOString().slice(0, 10);
    const period = path.includes('reports') ? `&from=${from}&to=${today}` : '';
    const { text, status, headers } = await target.as('manager', 'GET', `${path}?siteId=${target.cast.site}${period}`, {
      headers: { accept: 'text/csv' },
    });
    if (status !== 200) throw new Error(`${path} answered ${status} ${text.slice(0, 300)} ${headers['content-type']}`);
    const rows = readTable(text);
    if (isPlain) expected.tables.set(path, rows[0].length);
    for (const row of rows) {
      if (row.length !== expected.tables.get(path)) found.columns.push({ path, row });
      for (const cell of row)
        if (/^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)) found.formulas.push({ path, cell });
    }
  }
}

/** A table as RFC 4180 says, letter by letter: a parser of our own that knows nothing of how it was written. */
export function readTable(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',' || letter === '\n' || letter === '\r') {
      rows.at(-1).push(cell);
      cell = '';
      if (letter === '\r' && text[i + 1] === '\n') i++;
      if (letter !== ',') rows.push([]);
    } else cell += letter;
  }
  rows.pop();
  return rows;
}

/** The components and properties of a calendar in their order, without what they say. */
function shapeOfCalendar(text) {
  const shape = ([name, properties, components]) => [
    name,
    properties.map(([property]) => property).sort(),
    components.map(shape),
  ];
  return JSON.stringify(shape(ICAL.parse(text)));
}

const ours =
  /^(from|to|subject|message-id|date|mime-version|content-type|content-language|content-transfer-encoding|auto-submitted|x-auto-response-suppress|list-unsubscribe|list-unsubscribe-post)$/;

async function letter(target, personId, payload, found) {
  await target.sql(`delete from message where person_id = $1 and occasion = 'abuse'`, [personId]);
  target.sink.forget();
  const [{ email }] = await target.sql('select email from person where id = $1', [personId]);
  await target.sql(`delete from sign_in_attempt`);
  await target.caller.ask('POST', '/api/v1/auth/forgot-password', { body: { email } });
  await target.house('happens', ['mail']);
  const letters = target.sink.letters.filter(({ to }) => to === email);
  for (const { text } of letters) {
    found.letters++;
    const mail = await new PostalMime().parse(Buffer.from(text, 'latin1'));
    const strange = mail.headers.map(({ key }) => key).filter((key) => !ours.test(key));
    const elsewhere = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].filter(
      ({ address }) => address !== email,
    );
    if (strange.length > 0 || elsewhere.length > 0) found.headers.push({ payload, strange, elsewhere });
  }
}
