// An upgrade with running clients: one program after another, to the next version and back, and nobody notices.
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Balancer } from '../balancer.mjs';
import { Figures } from '../figures.mjs';
import { everybodyTold, underLoad } from '../under-load.mjs';

/** What a migration that expands may do while the version before it is at work. */
const expansion = `
  alter table booking add column next_note text;
  alter table booking add column next_weight integer not null default 0;
  alter table occupation add column next_note text;
  alter table message add column next_note text;
  alter table person add column next_note text;
  alter table allowance_entry add column next_note text;
  create table next_thing (id uuid primary key, booking_id uuid not null references booking (id));
  create index on booking (next_weight);
`;

/** The same programs with one migration more, as the next version would bring it. */
function nextVersion({ folder, house }) {
  const next = join(folder, 'house-next');
  if (existsSync(next)) return next;
  for (const name of ['dist', 'migrations', 'package.json'])
    cpSync(join(house, name), join(next, name), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(next, 'node_modules'));
  writeFileSync(join(next, 'migrations', '1999000000000-next-version.sql'), expansion);
  return next;
}

/** Asks one program after another to go; each is back at work before the next one goes. @returns their exit codes */
async function roll(crew) {
  const codes = [];
  for (const index of crew.posts.keys()) {
    codes.push(await crew.members[index].stop('SIGTERM'));
    await crew.allAtWork();
  }
  return codes;
}

const isReady = async (address) => (await fetch(`${address}/health/ready`)).status === 200;

/** Several APIs behind a balancer and several workers are restarted one by one, into the next version and back. */
export function rolling(landlord, { size, random, queue }) {
  const [apis, workers, rounds, people] = { reduced: [2, 1, 1, 2], small: [3, 2, 2, 4], full: [4, 3, 5, 8] }[size];
  const figures = new Figures(
    'Rolling',
    `${apis} APIs and ${workers} workers restarted one by one, ${rounds} times to the next version and back`,
  );
  const options = { apis, workers, queue, people, pace: 100 };
  return underLoad(landlord, figures, random, options, async (estate, load) => {
    const before = estate.house;
    const balancer = await Balancer.before(estate.addresses);
    const [doors, from] = [estate.addresses, Date.now()];
    estate.addresses = [balancer.url];
    const codes = [];
    try {
      for (let round = 0; round < rounds; round++) {
        for (const house of [nextVersion(landlord.frozen), before]) {
          estate.house = house;
          codes.push(...(await Promise.all([roll(estate.apis), roll(estate.workers)])).flat());
          const ready = await Promise.all(doors.map(isReady));
          figures.exactly('APIs that are ready', ready.filter(Boolean).length, apis);
        }
      }
      await pause(300);
    } finally {
      estate.addresses = doors;
      estate.house = before;
    }
    const [{ columns }] = await estate.ask(
      `select count(*)::int as columns from information_schema.columns where column_name = 'next_note'`,
    );
    figures.exactly('tables that the next version has widened', columns, 5);
    figures.none(
      'ends with another code than 0',
      codes.filter((code) => code !== 0),
    );
    const answers = load.tries.flatMap((one) => one.answers).filter(({ sentAt }) => sentAt >= from);
    figures.none(
      'requests that failed or were told to come again',
      answers.filter(({ status }) => status === 0 || status === 429 || status >= 500),
    );
    figures.atLeast('bookings made meanwhile', answers.filter(({ status }) => status === 201).length, 20);
    figures.note('requests that found one door closed and went to another', balancer.diverted);
    return async () => {
      balancer.close();
      await everybodyTold(figures, estate);
    };
  });
}
