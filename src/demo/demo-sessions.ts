import { EntityManager } from 'typeorm';
import { SessionMode, SessionStatus, SessionType } from '../coaching/sessions/session.rules';
import { newId } from '../kernel/id';
import { plusMinutes } from '../kernel/period';
import { instantOf, LocalDate, localDate, plusDays, weekday } from '../kernel/site-time';

/** Where the sessions of the demonstration are held, and who is there. */
interface Ground {
  site: { id: string; timeZone: string };
  people: ReadonlyMap<string, string>;
  now: Date;
}

/** A session of entrepreneur@ with coach@. Days count from today; a weekend moves it on to the working day behind it. */
interface DemoSession {
  day: number;
  at: string;
  minutes: number;
  mode: SessionMode;
  status: SessionStatus;
  topic: string;
  expertiseTopic: string;
  brief: string;
  heldMinutes?: number;
  notes?: { by: 'coach' | 'entrepreneur'; visibility: 'private' | 'shared'; text: string }[];
  feedback?: { rating: number; text: string };
}

const sessions: readonly DemoSession[] = [
  {
    day: -17,
    at: '10:00',
    minutes: 60,
    mode: 'on_site',
    status: 'closed',
    topic: 'What the start-up grant pays, and what it does not',
    expertiseTopic: 'fund_raising',
    brief: 'I have read the rules twice and still do not know whether I may invoice before the decision.',
    heldMinutes: 60,
    notes: [
      { by: 'coach', visibility: 'shared', text: 'Apply first, found afterwards. Budget for six months, not twelve.' },
      { by: 'coach', visibility: 'private', text: 'Underestimates rent. Come back to it gently.' },
      { by: 'entrepreneur', visibility: 'private', text: 'Ask Dad for the old invoices.' },
    ],
    feedback: { rating: 5, text: 'I left with a list of three things instead of thirty.' },
  },
  {
    day: -8,
    at: '13:00',
    minutes: 60,
    mode: 'remote',
    status: 'closed',
    topic: 'The first budget',
    expertiseTopic: 'fund_raising',
    brief: 'Version two of the budget is in my folder.',
    heldMinutes: 45,
    notes: [
      {
        by: 'coach',
        visibility: 'shared',
        text: 'Income is a guess until five people have said yes: go and ask them.',
      },
    ],
  },
  {
    day: -1,
    at: '10:00',
    minutes: 45,
    mode: 'remote',
    status: 'held',
    topic: 'Five conversations with customers',
    expertiseTopic: 'idea_and_customer',
    brief: 'Two said yes, two said later, one asked for a discount.',
  },
  {
    day: 2,
    at: '14:00',
    minutes: 60,
    mode: 'on_site',
    status: 'confirmed',
    topic: 'Rehearsing the bank',
    expertiseTopic: 'pitching',
    brief: 'The meeting at the bank is on Friday. I would like you to be the banker.',
  },
];

const goal = { title: 'A start-up grant decided before the summer', measure: 'The decision is in the mail' };

const actionItems = [
  { title: 'Budget for six months', day: -10, done: true },
  { title: 'Ask five possible customers what they pay today', day: -2, done: true },
  { title: 'Send the coach the answers in writing', day: 4, done: false },
];

/**
 * Sessions of entrepreneur@ with coach@, some closed with what followed from them, one to be closed, one ahead; and an
 * office hour that entrepreneur2@ has booked. None without the assignment of the two.
 */
export async function loadDemoSessions(tx: EntityManager, { site, people, now }: Ground): Promise<void> {
  const idOf = (email: string) => people.get(`${email}@oasis.example`) ?? '';
  const [coachId, entrepreneurId] = [idOf('coach'), idOf('entrepreneur')];
  const rows: { id: string; membershipId: string }[] = await tx.query(
    `select id, membership_id as "membershipId" from coaching_assignment
     where coach_id = $1 and entrepreneur_id = $2 and site_id = $3 and status = 'active' limit 1`,
    [coachId, entrepreneurId, site.id],
  );
  const [assignment] = rows;
  if (!assignment) return;
  const load = new SessionLoader(tx, site, now, coachId);
  let last = '';
  for (const session of sessions) {
    const under = { assignmentId: assignment.id, membershipId: assignment.membershipId };
    const id = await load.session('one_to_one', session, entrepreneurId, under);
    await load.follow(id, session, { coach: coachId, entrepreneur: entrepreneurId });
    if (session.status === 'closed') last = id;
  }
  await load.goal(assignment.membershipId, entrepreneurId, coachId, last);
  const office: DemoSession = {
    day: 3,
    at: '11:00',
    minutes: 30,
    mode: 'remote',
    status: 'confirmed',
    topic: 'Is this an idea or a hobby?',
    expertiseTopic: 'idea_and_customer',
    brief: '',
  };
  await load.session('office_hour', office, idOf('entrepreneur2'), { assignmentId: null, membershipId: null });
}

class SessionLoader {
  constructor(
    private readonly tx: EntityManager,
    private readonly site: Ground['site'],
    private readonly now: Date,
    private readonly coachId: string,
  ) {}

  /** A session with all that it takes; over a link when no room is free. */
  async session(
    type: SessionType,
    wanted: DemoSession,
    founderId: string,
    under: { assignmentId: string | null; membershipId: string | null },
  ): Promise<string> {
    const id = newId();
    const { start, end } = this.time(wanted);
    const room = wanted.mode === 'on_site' ? await this.room(start, end) : undefined;
    const made = plusMinutes(start, -4 * 24 * 60);
    const agreed = made < this.now ? made : plusMinutes(this.now, -3 * 24 * 60);
    const closedAt = wanted.status === 'closed' ? plusMinutes(end, 30) : null;
    await this.tx.query(
      `insert into coaching_session (id, site_id, type, assignment_id, coach_id, membership_id, booked_by, mode, room_id,
         remote_link, topic, expertise_topic, brief, starts_at, ends_at, status, held_minutes, closed_at, closed_by,
         created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
         case when $9::uuid is null then (select remote_link from coach_profile where person_id = $5) end,
         $10, $11, $12, $13, $14, $15, $16, $17, case when $17::timestamptz is null then null else $5::uuid end, $18, $18)`,
      [
        id,
        this.site.id,
        type,
        under.assignmentId,
        this.coachId,
        under.membershipId,
        founderId,
        room ? 'on_site' : 'remote',
        room?.id ?? null,
        wanted.topic,
        wanted.expertiseTopic,
        wanted.brief,
        start,
        end,
        wanted.status,
        wanted.heldMinutes ?? null,
        closedAt,
        agreed,
      ],
    );
    await this.tx.query('insert into session_participant (session_id, person_id, attendance) values ($1, $2, $3)', [
      id,
      founderId,
      closedAt ? 'present' : null,
    ]);
    await this.tx.query(
      `select occupy(gen_random_uuid(), 'session', $1, null, $2, $4, $3, $5, $6, b.buffer_minutes, null),
              occupy(gen_random_uuid(), 'session', $1, null, $3, $4, $3, $5, $6, 0::smallint, null),
              case when $7::uuid is not null
                then occupy(gen_random_uuid(), 'session', $1, $7, null, $4, $3, $5, $6, $8::smallint, null) end
       from coach_profile b where b.person_id = $2`,
      [id, this.coachId, founderId, this.site.id, start, end, room?.id ?? null, room?.bufferMinutes ?? 0],
    );
    await this.tx.query('select settle_session($1, $2)', [id, closedAt ?? agreed]);
    return id;
  }

  /** What was written down after a session. */
  async follow(
    sessionId: string,
    { notes = [], feedback, ...session }: DemoSession,
    who: Record<'coach' | 'entrepreneur', string>,
  ): Promise<void> {
    const at = plusMinutes(this.time(session).end, 45);
    for (const { by, visibility, text } of notes) {
      await this.tx.query(
        `insert into session_note (id, session_id, author_id, visibility, text, shared_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, case when $4 = 'shared' then $6::timestamptz end, $6, $6)`,
        [newId(), sessionId, who[by], visibility, text, at],
      );
    }
    if (!feedback) return;
    await this.tx.query(
      'insert into session_feedback (session_id, person_id, rating, text, at) values ($1, $2, $3, $4, $5)',
      [sessionId, who.entrepreneur, feedback.rating, feedback.text, at],
    );
  }

  /** A goal, and what is to be done for it. */
  async goal(membershipId: string, founderId: string, coachId: string, sessionId: string): Promise<void> {
    const id = newId();
    const at = plusMinutes(this.now, -8 * 24 * 60);
    const today = localDate(this.now, this.site.timeZone);
    await this.tx.query(
      `insert into coaching_goal (id, membership_id, entrepreneur_id, title, measure, due_on, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $3, $7, $7)`,
      [id, membershipId, founderId, goal.title, goal.measure, plusDays(today, 90), at],
    );
    for (const { title, day, done } of actionItems) {
      await this.tx.query(
        `insert into action_item (id, membership_id, session_id, goal_id, assignee_id, title, due_on, status, done_at,
           created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $8 then 'done' else 'open' end, case when $8 then $9::timestamptz end,
           $10, $9, $9)`,
        [newId(), membershipId, sessionId, id, founderId, title, plusDays(today, day), done, at, coachId],
      );
    }
  }

  private time({ day, at, minutes }: Pick<DemoSession, 'day' | 'at' | 'minutes'>): { start: Date; end: Date } {
    const { timeZone } = this.site;
    const start = instantOf(workday(plusDays(localDate(this.now, timeZone), day), day), at, timeZone);
    return { start, end: plusMinutes(start, minutes) };
  }

  private async room(start: Date, end: Date): Promise<{ id: string; bufferMinutes: number } | undefined> {
    const rows: { id: string; bufferMinutes: number }[] = await this.tx.query(
      `select r.id, l.buffer_minutes as "bufferMinutes"
       from resource r join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
       where r.site_id = $1 and r.kind = 'room' and r.status = 'active' and r.capacity >= 2 and not r.needs_approval
         and not exists (
           select 1 from occupation o where o.resource_id = r.id
             and o.starts_at < $3::timestamptz + make_interval(mins => l.buffer_minutes) and o.ends_at > $2)
       order by r.capacity, r.id limit 1`,
      [this.site.id, start, end],
    );
    return rows[0];
  }
}

/** The date itself, or the next working day away from today. */
function workday(date: LocalDate, direction: number): LocalDate {
  const step = direction < 0 ? -1 : 1;
  let found = date;
  while (weekday(found) > 5) found = plusDays(found, step);
  return found;
}
