// Several API processes on one database: what they do together, and whether they keep each other's laws.
import { clientsOf } from '../client.mjs';
import { drive, inTurns } from '../drive.mjs';

const count = 32;
const hour = 3_600_000;

/** Bookings through one process, and through several. Two clients each want the same place, through different processes. */
export async function processes(stand, house, api, { counts, ...pace }, figures) {
  figures.title = 'several API processes on one database, 32 clients, every place wanted twice';
  const apis = [api];
  while (apis.length < Math.max(...counts)) apis.push(await stand.start('main', house));
  const tokens = await stand.tokensOf(house, house.members);
  const first = Math.ceil(Date.now() / (24 * hour) + 100) * 24 * hour;
  const booked = new Set();
  const unexpected = [];
  let wishes = 0;
  let busy = 0;
  const wish = (n) => {
    const { resources, members } = house;
    const slot = Math.floor(n / 2 / resources.length);
    const start = first + Math.floor(slot / 8) * 24 * hour + (6 + (slot % 8)) * hour;
    return {
      token: tokens[n % members.length],
      body: {
        resourceId: resources[Math.floor(n / 2) % resources.length],
        start: new Date(start).toISOString(),
        end: new Date(start + hour).toISOString(),
      },
    };
  };
  const through = (some) => {
    const clients = clientsOf(
      some.map(({ address }) => address),
      count,
    );
    return async (seconds) => {
      const found = await drive(count, seconds, async (client) => {
        const { status, text } = await clients[client].ask('POST', '/bookings', wish(wishes++));
        if (status === 201) booked.add(JSON.parse(text).id);
        else if (status === 503) busy++;
        else if (status !== 409) unexpected.push({ status, text });
      });
      clients.close();
      return found;
    };
  };
  const found = await inTurns(pace, Object.fromEntries(counts.map((n) => [n, through(apis.slice(0, n))])));
  for (const [n, { rate, p99 }] of Object.entries(found)) {
    figures.note(`${n} ${n === '1' ? 'process' : 'processes'}: answers a second`, rate);
    figures.note(`${n} ${n === '1' ? 'process' : 'processes'}: p99, ms`, p99);
  }
  const { rows } = await house.pool.query(
    `select (select count(*) from occupation a join occupation b on b.resource_id = a.resource_id and b.id > a.id
               and b.starts_at < a.ends_at and a.starts_at < b.ends_at where a.starts_at >= $1)::int as twice,
            array(select id::text from booking where starts_at >= $1 and created_at >= $2) as written`,
    [new Date(first), new Date(Date.now() - hour)],
  );
  const written = rows[0].written.filter((id) => booked.has(id)).length;
  figures.exactly('bookings that were promised and are not there', booked.size - written, 0);
  figures.exactly('places that are taken twice', rows[0].twice, 0);
  figures.note('answers that the house is busy', busy);
  figures.exactly('answers that are neither 201, 409 nor 503', unexpected.length, 0, unexpected);
  await Promise.all(apis.slice(1).map((other) => other.stop()));
}
