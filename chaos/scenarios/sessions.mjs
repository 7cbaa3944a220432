// F2 once more: a coach, a founder and a room are taken together, while others take one of them alone.
import { randomUUID } from 'node:crypto';
import { Figures, quantile } from '../figures.mjs';
import { base, crowd } from './bookings.mjs';

const [coaches, founders, rooms] = [3, 12, 2];

const names = { both: 'coach and room', room: 'the room alone', coach: 'the coach alone' };

/** Makes coaches of the first members, lets each coach every founder, and rooms of all places. */
async function openForCoaching(estate) {
  const { inn } = estate;
  const coach = inn.members.slice(0, coaches);
  const others = inn.members.slice(coaches);
  const ids = coach.map(({ id }) => id);
  const longAgo = '2026-01-01T00:00:00Z';
  await estate.ask(`update resource set kind = 'room', capacity = 4 where site_id = $1`, [inn.siteId]);
  await estate.ask(
    `insert into role_grant (id, person_id, role, site_id, created_at)
     select gen_random_uuid(), id, 'coach', $2, now() from unnest($1::uuid[]) id`,
    [ids, inn.siteId],
  );
  await estate.ask(
    `insert into coach_profile (person_id, time_zone, remote_link, places, minimum_notice_minutes, buffer_minutes, longest_day_minutes,
       created_at, updated_at)
     select id, 'UTC', 'https://meet.example/' || id, 99, 0, 0, 1440, $2, $2 from unnest($1::uuid[]) id`,
    [ids, longAgo],
  );
  await estate.ask('insert into coach_site (coach_id, site_id) select id, $2 from unnest($1::uuid[]) id', [
    ids,
    inn.siteId,
  ]);
  await estate.ask(
    `insert into availability_rule (id, coach_id, weekday, from_time, to_time)
     select gen_random_uuid(), id, day, '08:00', '20:00' from unnest($1::uuid[]) id, generate_series(1, 7) day`,
    [ids],
  );
  const assignments = coach.map(() => others.map(() => randomUUID()));
  for (const [c, row] of assignments.entries()) {
    await estate.ask(
      `insert into coaching_assignment (id, site_id, membership_id, entrepreneur_id, coach_id, kind, weight, status, offered_at,
         answer_by, created_at, updated_at)
       select a.id, $1, a.membership, a.founder, $2, 'specialist', 0.5, 'active', $3, $3, $3, $3
       from unnest($4::uuid[], $5::uuid[], $6::uuid[]) as a (id, membership, founder)`,
      [
        inn.siteId,
        coach[c].id,
        longAgo,
        row,
        others.map(({ membershipId }) => membershipId),
        others.map(({ id }) => id),
      ],
    );
  }
  return { coach, others, assignments };
}

/** Sessions of a site that do not stand in the ledger of places with everybody and everything that belongs to them. */
const halves = `
  select k.id from coaching_session k where k.site_id = $1 and k.status <> 'cancelled'
    and (select count(*) from occupation o where o.cause = 'session' and o.cause_id = k.id)
      <> 1 + (select count(*) from session_participant x where x.session_id = k.id) + (k.room_id is not null)::int`;

/** Refused by a rule that saw, under its locks, that somebody was faster. */
const isTaken = ({ status, answer }) =>
  status === 422 &&
  answer.refusals.every(({ code }) => ['coach_available', 'person_not_twice', 'no_double_booking'].includes(code));

/** F2: some want coach and room, named by the founder or by the coach; some the room alone, some the coach alone. */
export function pairs(landlord, { size, random, off }) {
  const rounds = { reduced: 3, small: 25, full: 100 }[size];
  const figures = new Figures(
    'F2 pairs',
    `24 wishes at once for ${coaches} coaches and ${rooms} rooms, ${rounds} rounds`,
  );
  const house = { members: coaches + founders, resources: rooms, unlimited: ['coaching_minutes', 'room_minutes'], off };
  return crowd(landlord, figures, house, async (estate, clients) => {
    const { inn } = estate;
    const { coach, others, assignments } = await openForCoaching(estate);
    const won = { both: 0, room: 0, coach: 0 };
    const unexpected = [];
    const empty = [];
    for (let round = 0; round < rounds; round++) {
      const start = new Date(base() + Math.floor(round / 8) * 86_400_000 + (round % 8) * 3_600_000);
      const end = new Date(start.getTime() + 1_800_000);
      const wishes = Array.from({ length: 24 }, (_, n) => {
        const [c, f] = [random.whole(0, coaches - 1), n % founders];
        const roomId = random.of(inn.resources);
        const session = { type: 'one_to_one', assignmentId: assignments[c][f], start, end };
        const key = { key: randomUUID() };
        if (n % 3 === 0)
          return { what: 'room', ask: () => clients.book(others[f], { resourceId: roomId, start, end }) };
        const place = n % 3 === 1 ? { mode: 'on_site', roomId } : { mode: 'remote' };
        const by = n % 2 === 0 ? coach[c] : others[f];
        const what = n % 3 === 1 ? 'both' : 'coach';
        return { what, ask: () => clients.as(by, 'POST', '/coaching/sessions', { ...session, ...place }, key) };
      });
      const answers = await Promise.all(
        random.shuffled(wishes).map(async ({ what, ask }) => ({ what, ...(await ask()) })),
      );
      const winners = answers.filter(({ status }) => status === 201);
      for (const { what } of winners) won[what]++;
      if (winners.length === 0) empty.push(round);
      unexpected.push(
        ...answers
          .filter((one) => ![201, 409, 503].includes(one.status) && !isTaken(one))
          .map(({ what, status, answer }) => ({ what, status, answer })),
      );
    }
    figures.none('rounds without a winner', empty);
    figures.none('unexpected answers', unexpected);
    figures.none('half sessions', await estate.ask(halves, [inn.siteId]));
    const [{ sessions }] = await estate.ask(
      `select count(*)::int as sessions from coaching_session where site_id = $1 and status <> 'cancelled'`,
      [inn.siteId],
    );
    figures.exactly('sessions beyond those that were answered with 201', sessions - won.both - won.coach, 0);
    for (const [what, count] of Object.entries(won)) figures.atLeast(`won: ${names[what]}`, count, rounds > 10 ? 1 : 0);
    const times = clients.history.map(({ ms }) => ms);
    figures.note('p99 of an answer, ms', quantile(times, 0.99));
  });
}
