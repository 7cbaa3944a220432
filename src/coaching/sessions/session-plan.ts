import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Malformed, Missing } from '../../kernel/errors';
import { Period, plusMinutes } from '../../kernel/period';
import { Plan } from './session.facts';
import { isCharged, SessionMode, SessionRole, SessionType, typesOfSession } from './session.rules';

/** Where a session is held: over a link, in a named room, or in any that is free. */
export interface WantedPlace {
  mode: SessionMode;
  roomId?: string;
  anyRoom?: boolean;
  remoteLink?: string | null;
}

/** What is to be agreed upon. */
export interface SessionWish extends WantedPlace {
  type: SessionType;
  assignmentId?: string;
  coachId?: string;
  siteId?: string;
  start: Date;
  /** The usual length of the type when left out. */
  end?: Date;
  topic?: string;
  expertiseTopic?: string | null;
  brief?: string;
  participants?: string[];
  followsId?: string;
}

interface AssignmentRow {
  id: string;
  siteId: string;
  coachId: string;
  entrepreneurId: string;
  membershipId: string;
  ventureId: string | null;
  ofTeam: boolean;
  ownMembershipId: string | null;
}

/**
 * Who and what a wish is about. What it reads may change until all of it is locked: plan again then.
 * @throws Malformed when the wish contradicts itself; Missing for an assignment or a coach that one may not know of
 */
export async function planSession(tx: EntityManager, actor: Actor, wish: SessionWish, now: Date): Promise<Plan> {
  insistOnPlace(wish);
  const period = Period.of(wish.start, wish.end ?? plusMinutes(wish.start, typesOfSession[wish.type].minutes));
  const common = { type: wish.type, mode: wish.mode, period };
  const plan = isCharged(wish.type)
    ? await underAssignment(tx, actor, wish, now)
    : await withoutAssignment(tx, actor, wish);
  if (wish.followsId !== undefined) await insistOnFollowed(tx, actor, wish.followsId, plan.coachId);
  return { ...common, ...plan };
}

type People = Omit<Plan, 'type' | 'mode' | 'period'>;

async function underAssignment(tx: EntityManager, actor: Actor, wish: SessionWish, now: Date): Promise<People> {
  if (wish.assignmentId === undefined) throw Malformed.at('/assignmentId', `is needed for ${wish.type}`);
  for (const member of ['coachId', 'siteId'] as const) {
    if (wish[member] !== undefined) throw Malformed.at(`/${member}`, 'is said by the assignment already');
  }
  const rows: AssignmentRow[] = await tx.query(
    `select a.id, a.site_id as "siteId", a.coach_id as "coachId", a.entrepreneur_id as "entrepreneurId",
            a.membership_id as "membershipId", m.venture_id as "ventureId",
            exists (
              select 1 from venture_member v join site s on s.id = a.site_id
              where v.venture_id = m.venture_id and v.person_id = $2
                and v.starts_on <= ($3::timestamptz at time zone s.time_zone)::date
                and (v.ends_on is null or v.ends_on >= ($3::timestamptz at time zone s.time_zone)::date)) as "ofTeam",
            (select o.id from membership o
             where o.person_id = $2 and o.site_id = a.site_id
               and o.status in ('scheduled', 'active', 'paused', 'suspended') limit 1) as "ownMembershipId"
     from coaching_assignment a join membership m on m.id = a.membership_id where a.id = $1`,
    [wish.assignmentId, actor.personId, now],
  );
  const assignment = rows[0];
  const by = assignment && roleUnder(assignment, actor);
  if (!assignment || !by) throw new Missing('coaching assignment');
  const { id, siteId, coachId, entrepreneurId, membershipId, ventureId } = assignment;
  // Of a team, the membership of whoever books pays.
  const pays = by === 'founder' && assignment.ownMembershipId !== null;
  const payer = pays
    ? { membershipId: assignment.ownMembershipId ?? membershipId, personId: actor.personId, ventureId }
    : { membershipId, personId: entrepreneurId, ventureId };
  const people = peopleOf(wish, actor, by, entrepreneurId);
  return { siteId, coachId, assignmentId: id, by, people, payer };
}

function roleUnder({ siteId, coachId, entrepreneurId, ofTeam }: AssignmentRow, actor: Actor): SessionRole | undefined {
  if (actor.personId === coachId) return 'coach';
  if (actor.personId === entrepreneurId || ofTeam) return 'founder';
  return actor.manages(siteId) ? 'manager' : undefined;
}

async function withoutAssignment(tx: EntityManager, actor: Actor, wish: SessionWish): Promise<People> {
  if (wish.assignmentId !== undefined) throw Malformed.at('/assignmentId', `is not for ${wish.type}`);
  const coachId = coachOf(actor, wish);
  const isCoach = actor.personId === coachId;
  const first = wish.participants?.[0] ?? (isCoach ? null : actor.personId);
  if (first === null) throw Malformed.at('/participants', 'say who takes part');
  const rows: { siteId: string | null }[] = await tx.query(
    `select coalesce(
       $1::uuid,
       (select r.site_id from resource r where r.id = $2),
       (select m.site_id from membership m join coach_site c on c.coach_id = $3 and c.site_id = m.site_id
        where m.person_id = $4 and m.status in ('scheduled', 'active', 'paused', 'suspended') order by m.created_at limit 1),
       (select min(c.site_id::text)::uuid from coach_site c where c.coach_id = $3 having count(*) = 1)) as "siteId"`,
    [wish.siteId ?? null, wish.roomId ?? null, coachId, first],
  );
  const siteId = rows[0]?.siteId ?? null;
  if (siteId === null) throw Malformed.at('/siteId', 'is needed: this coach meets people at several sites');
  const named = wish.participants;
  const isFounder = !isCoach && (named === undefined || named.includes(actor.personId));
  const by = isCoach ? 'coach' : isFounder ? 'founder' : actor.manages(siteId) ? 'manager' : undefined;
  if (!by) throw new Missing('coach');
  return { siteId, coachId, assignmentId: null, by, people: peopleOf(wish, actor, by, first), payer: null };
}

/** A coach who names who comes need not name themselves. @throws Malformed when nobody is said */
function coachOf(actor: Actor, { coachId, participants }: SessionWish): string {
  const found = coachId ?? (participants && actor.holdsAny(['coach']) ? actor.personId : undefined);
  if (found === undefined) throw Malformed.at('/coachId', 'is needed without an assignment');
  return found;
}

/** Those named, with whoever books as a founder; by default the founder, or the one of the assignment. */
function peopleOf(wish: SessionWish, actor: Actor, by: SessionRole, fallback: string): string[] {
  const self = by === 'founder' ? [actor.personId] : [];
  const named = wish.participants ?? (self.length > 0 ? [] : [fallback]);
  return [...new Set([...self, ...named])];
}

/** @throws Malformed when where it is held is not said in exactly one way */
export function insistOnPlace({ mode, roomId, anyRoom, remoteLink }: WantedPlace): void {
  if (mode === 'remote') {
    if (roomId !== undefined || anyRoom) throw Malformed.at('/roomId', 'is not for a session over a link');
  } else if ((roomId !== undefined) === (anyRoom ?? false)) {
    throw Malformed.at('/roomId', 'is needed, or anyRoom for any that is free');
  }
  if (mode === 'on_site' && remoteLink) throw Malformed.at('/remoteLink', 'is not for a session on site');
  if (remoteLink && !/^https:\/\/[^\s"'<>]+$/.test(remoteLink)) {
    throw Malformed.at('/remoteLink', 'must be an address that begins with https://');
  }
}

async function insistOnFollowed(tx: EntityManager, actor: Actor, id: string, coachId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    `select 1 from coaching_session k
     where k.id = $1 and k.coach_id = $2 and (k.coach_id = $3 or exists (
       select 1 from session_participant x where x.session_id = k.id and x.person_id = $3))`,
    [id, coachId, actor.personId],
  );
  if (rows.length === 0) throw new Missing('session before');
}

/**
 * The rooms among which a plan chooses: the named one, or those of the site that hold all and need nobody's approval,
 * the smallest first. None over a link.
 * @throws Missing when no room of the site is large enough
 */
export async function roomsOf(
  tx: EntityManager,
  { siteId, people }: Pick<Plan, 'siteId' | 'people'>,
  { mode, roomId }: WantedPlace,
): Promise<string[]> {
  if (mode === 'remote') return [];
  if (roomId !== undefined) return [roomId];
  const rows: { id: string }[] = await tx.query(
    `select id from resource
     where site_id = $1 and kind = 'room' and status = 'active' and capacity > $2 and not needs_approval
     order by capacity, id`,
    [siteId, people.length],
  );
  if (rows.length === 0) throw new Missing('room that holds so many');
  return rows.map(({ id }) => id);
}
