// Reminders that are all due at once: how fast one worker plans them, and how fast a mail server gets them.
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, hasRedis } from '../../chaos/estate.mjs';
import { RedisServer } from '../../chaos/processes.mjs';
import { Sink } from '../../chaos/sink.mjs';

/** The queue in PostgreSQL, and in Redis where that is installed. */
export async function reminders(stand, { count }, figures) {
  figures.title = `${count} reminders due at once, one worker, a mail server that answers at once`;
  await measured(stand, count, 'PostgreSQL', {}, figures);
  if (!hasRedis()) return figures.note('jobs in Redis', 'not measured: redis-server is not installed');
  const port = await freePort();
  const redis = await RedisServer.start(stand.folder, port);
  try {
    await measured(stand, count, 'Redis', { REDIS_URL: `redis://127.0.0.1:${port}` }, figures);
  } finally {
    await redis.kill();
  }
}

async function measured(stand, count, queue, environment, figures) {
  const house = await stand.house(`reminders_${queue.toLowerCase()}`, { resources: 100, members: 200 });
  await due(house, count);
  const sink = await Sink.open();
  sink.delay = 0;
  const worker = await stand.start('worker', house, { SMTP_URL: `smtp://127.0.0.1:${sink.port}`, ...environment });
  const from = performance.now();
  let planned;
  const end = from + 120_000;
  while (sink.letters.length < count && performance.now() < end) {
    const { rows } = await house.pool.query(
      `select count(*)::int as known from message where kind = 'booking_soon' and channel = 'mail'`,
    );
    if (rows[0].known >= count) planned ??= performance.now() - from;
    await pause(20);
  }
  const sent = performance.now() - from;
  await worker.stop();
  const { rows } = await house.pool.query(
    `select count(*)::int as sent from message where kind = 'booking_soon' and channel = 'mail' and status = 'sent'`,
  );
  await sink.close();
  figures.note(`jobs in ${queue}: reminders planned a second`, (count * 1000) / (planned ?? sent));
  figures.note(`jobs in ${queue}: reminders sent a second`, (sink.letters.length * 1000) / sent);
  figures.exactly(`jobs in ${queue}: reminders that are marked as sent`, rows[0].sent, count);
  figures.exactly(`jobs in ${queue}: letters that came twice`, sink.repeats.length, 0);
}

/** Bookings that begin within half an hour, made long ago. */
async function due({ pool, siteId, resources, members }, count) {
  await pool.query(
    `insert into booking (id, site_id, resource_id, person_id, starts_at, ends_at, status, created_at, updated_at)
     select uuidv7(), $1, ($2::uuid[])[1 + n % $3], ($4::uuid[])[1 + n % $5], now() + interval '25 minutes',
       now() + interval '85 minutes', 'confirmed', now() - interval '3 days', now() - interval '3 days'
     from generate_series(1, $6::int) n`,
    [siteId, resources, resources.length, members.map(({ id }) => id), members.length, count],
  );
}
