// S12 and S13: what costs the house more than whoever sends it, in bytes and in patience.
import net from 'node:net';
import { URLSearchParams } from 'node:url';
import { Figures, quantile } from '../../chaos/figures.mjs';
import { changed, groundOf } from '../ground.mjs';
import { placesIn } from '../mutations.mjs';

/** S12: texts that make patterns run for ever, and bodies that nobody can need. */
export async function oversized(target, { full, seed }) {
  const figures = new Figures('oversized', 'S12 texts made for patterns, huge and deep bodies');
  const { document, arbitraries, address, required } = await groundOf(target, seed);
  const lengths = full ? [1, 16, 64] : [64];
  const texts = lengths.flatMap((kib) => shapes.map((shape) => shape(kib * 1024)));
  const memory = await target.house('memory');
  const found = { broken: [], accepted: [] };
  let sent = 0;
  await target.house('watchLoop');
  const ask = async (method, path, more, note) => {
    sent++;
    const answer = await target.as('administrator', method, path, more);
    // A server that has read enough may hang up on the rest.
    const isCut = answer.status === 0 && /ECONNRESET|EPIPE/.test(answer.error);
    if ((answer.status >= 500 || answer.status === 0) && !isCut)
      found.broken.push({ path, note, status: answer.status, error: answer.error });
    if (note && answer.status >= 200 && answer.status < 300) found.accepted.push({ path, note });
  };
  for (const operation of full ? document.operations : document.operations.filter((_, i) => (i + seed) % 3 === 0)) {
    const search = new URLSearchParams(required(operation)).toString();
    const path = `${address(operation)}?${search}`;
    if (operation.body) {
      const body = arbitraries.sample(operation.body, seed);
      const places = placesIn(body).filter(([, value]) => typeof value === 'string');
      for (const [place] of full ? places : places.slice(0, 1))
        for (const text of full ? texts : [texts[sent % texts.length]])
          await ask(operation.method, path, { body: changed(body, place, text) });
    }
    // Of an address and of headers the server reads sixteen KiB.
    for (const { name } of full ? operation.inQuery : operation.inQuery.slice(0, 1))
      for (const shape of full ? shapes : [shapes[sent % shapes.length]])
        await ask(operation.method, `${address(operation)}?${search}&${name}=${encodeURIComponent(shape(1024))}`, {});
  }
  for (const header of [
    'authorization',
    'accept',
    'if-match',
    'idempotency-key',
    'x-request-id',
    'cookie',
    'x-forwarded-for',
    'content-type',
    'if-none-match',
    'if-modified-since',
  ])
    for (const shape of shapes)
      await ask('POST', '/api/v1/bookings', {
        body: {},
        headers: { [header]: shape(8 * 1024).replace(/[^\t\x20-\x7e]/g, 'a') },
      });

  const door = '/api/v1/bookings';
  const deep = (open, close, n) => open.repeat(n) + close.repeat(n);
  const bodies = {
    '10 MiB of text': `{"title":"${'x'.repeat(10 * 1024 * 1024)}"}`,
    '10 MiB of spaces': ' '.repeat(10 * 1024 * 1024),
    'lists, ten thousand deep': deep('[', ']', 10_000),
    'objects, ten thousand deep': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    'lists inside a member': `{"features":${deep('[', ']', 10_000)}}`,
    'ten thousand members': JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 0]))),
    'ten thousand words': JSON.stringify({ features: Array.from({ length: 10_000 }, (_, i) => `w${i}`) }),
    'a number of ten thousand digits': `{"capacity":${'9'.repeat(10_000)}}`,
  };
  for (let round = 0; round < (full ? 10 : 1); round++)
    for (const [note, raw] of Object.entries(bodies)) await ask('POST', door, { raw }, note);
  const stall = await target.house('longestStall');
  const grown = ((await target.house('memory')) - memory) / 1024 / 1024;
  figures.note('requests', sent);
  figures.none('answers of 500 and more', found.broken);
  figures.none('bodies that nobody can need and that were taken', found.accepted);
  figures.atMost('the event loop stood still for at most', stall, 100, 'ms');
  figures.atMost('memory grew by, in MiB', grown, 50);
  await target.cast.heal();
  return figures;
}

/** Texts of a length on which patterns with two ways to match the same letter run for ever. */
const shapes = [
  (length) => `${'a'.repeat(length - 1)}!`,
  (length) => `${'0'.repeat(length - 1)}x`,
  (length) => `${'a.'.repeat(length / 2 - 1)}@`,
  (length) => `${'a@'.repeat(length / 2)}`,
  (length) => `"${'\\ '.repeat(length / 2 - 1)}"@`,
  (length) => `${' '.repeat(length - 1)}x`,
  (length) => `${'-'.repeat(length - 1)}_`,
  (length) => `https://${'a-'.repeat(length / 2 - 8)}`,
  (length) => `2027-01-01T00:00:00.${'0'.repeat(length - 21)}x`,
  (length) => `${'1,'.repeat(length / 2)}`,
  (length) => `${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
];

/** How long the house may be patient, in milliseconds. */
const patience = 20_000;

/** Opens a connection, sends one letter now and then, and answers how long the house bore it. */
function dawdler({ hostname, port }, kind) {
  const from = performance.now();
  const head = `POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: ${hostname}\r\n`;
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(
        kind === 'headers' ? head : `${head}content-type: application/json\r\ncontent-length: 90000\r\n\r\n{"email":"`,
      );
      drip = setInterval(() => socket.write(kind === 'headers' ? 'x-a: b\r\n' : 'a'), 1_000);
    });
    let drip;
    const end = () => {
      clearInterval(drip);
      clearTimeout(limit);
      socket.destroy();
      resolve({ kind, ms: performance.now() - from });
    };
    const limit = setTimeout(end, patience + 5_000);
    socket.on('close', end).on('error', end).on('end', end).resume();
  });
}

/** S13: hundreds of them at once, and everybody else beside them. */
export async function slow(target, { full }) {
  const figures = new Figures('slow', 'S13 slow headers and slow bodies');
  const count = full ? 500 : 40;
  const requests = full ? 400 : 0;
  const normal = async () => {
    const times = [];
    for (let i = 0; i < requests; i++) times.push((await target.as('entrepreneur', 'GET', '/api/v1/me')).ms);
    return quantile(times, 0.99);
  };
  await normal();
  const before = await normal();
  const dawdlers = Array.from({ length: count }, (_, i) => dawdler(target.caller.url, i % 2 ? 'headers' : 'body'));
  const during = await normal();
  const ends = await Promise.all(dawdlers);
  figures.note('connections', count);
  if (full) figures.atMost('p99 of others beside them, as a multiple of without', during / before, 2, 'times');
  for (const kind of ['headers', 'body'])
    figures.atMost(
      `the last with slow ${kind} was closed after, in s`,
      Math.max(...ends.filter((end) => end.kind === kind).map(({ ms }) => ms)) / 1000,
      patience / 1000,
    );
  return figures;
}
