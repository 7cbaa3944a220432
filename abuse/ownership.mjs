// Whose everything is: the ground on which the matrix of authorization says what must come out. By the part of an address
// that names a sort of thing; what a route adds to it (a role) is read from the route.

const own = (actor, { people }) => people.includes(actor.id);
const holds =
  (role) =>
  (actor, { site }) =>
    actor.roles.some((grant) => grant.role === role && grant.siteId === site);
const isAdministrator = (actor) => actor.roles.some(({ role }) => role === 'administrator');
const runs = (actor, thing) => isAdministrator(actor) || holds('manager')(actor, thing);
const coachesAt = holds('coach');
/** Coaches read applications while these are reviewed. */
const reviews = (actor, thing) => thing.open && coachesAt(actor, thing);
const either =
  (...ways) =>
  (actor, thing) =>
    ways.some((way) => way(actor, thing));
const everybody = () => true;

const mine = (table, column = 'person_id', where = 'true') =>
  `select id, null::uuid as site, array[${column}] as people from ${table} where ${where}`;
const atSite = (table, column = 'null::uuid', where = 'true') =>
  `select id, site_id as site, array[${column}] as people from ${table} where ${where}`;

const team = `array(select person_id from venture_member m where m.venture_id = v.id and (m.ends_on is null or m.ends_on >= current_date))`;
/** Who coaches, or lately coached, under a membership. */
const coaches = `array(select coach_id from coaching_assignment a where a.membership_id = m.id
  and a.status in ('active', 'on_hold', 'completed', 'ended_early'))`;
const furniture = { sees: everybody, acts: runs };
const booked = { sees: either(own, runs), acts: either(own, runs) };

/**
 * Sorts of things: `sql` lists them as `{ id, site, people }`; `sees` and `acts` say who may know of one, and who may do
 * something with it.
 */
export const sorts = {
  'me/sessions': { sql: mine('session', 'person_id', 'ended_at is null'), sees: own, acts: own },
  'me/push-subscriptions': { sql: mine('push_subscription'), sees: own, acts: own },
  messages: { sql: mine('message', 'person_id', `channel = 'app' and status = 'sent'`), sees: own, acts: own },
  people: { sql: mine('person', 'id'), sees: isAdministrator, acts: isAdministrator },
  'erasure-requests': { sql: mine('erasure_request'), sees: isAdministrator, acts: isAdministrator },
  'role-grants': { sql: atSite('role_grant'), sees: runs, acts: runs },

  sites: { sql: `select id, id as site, '{}'::uuid[] as people from site`, ...furniture },
  closures: { sql: atSite('closure', 'null::uuid', `status = 'confirmed'`), ...furniture },
  resources: { sql: atSite('resource'), ...furniture },
  maintenance: { sql: atSite('maintenance'), ...furniture },
  extras: { sql: atSite('extra'), ...furniture },
  plans: { sql: atSite('plan'), ...furniture },
  'plan-versions': {
    sql: `select v.id, p.site_id as site, '{}'::uuid[] as people from plan_version v join plan p on p.id = v.plan_id`,
    ...furniture,
  },
  documents: { sql: atSite('document_version'), ...furniture },

  bookings: { sql: atSite('booking', 'person_id'), ...booked },
  'booking-series': { sql: atSite('booking_series', 'person_id'), ...booked },
  'no-shows': { sql: atSite('no_show_strike', 'person_id'), ...booked },
  holds: {
    sql: atSite('occupation', 'holder_id', `cause = 'hold' and cause_id = id`),
    sees: own,
    acts: own,
  },
  'waiting-list': { sql: atSite('waiting_list_entry', 'person_id'), sees: own, acts: own },
  replacements: { sql: atSite('replacement', 'person_id'), sees: either(own, runs), acts: own },

  memberships: { sql: atSite('membership', 'person_id'), ...booked },
  ventures: {
    sql: `select v.id, v.site_id as site, ${team} as people from venture v`,
    sees: either(own, runs, coachesAt),
    acts: either(own, runs, coachesAt),
  },
  milestones: {
    sql: `select s.id, v.site_id as site, ${team} as people from milestone s join venture v on v.id = s.venture_id`,
    sees: either(own, runs, coachesAt),
    acts: either(own, runs, coachesAt),
  },
  'stage-transitions': {
    sql: `select s.id, v.site_id as site, ${team} as people from stage_transition s join venture v on v.id = s.venture_id`,
    sees: either(own, runs, coachesAt),
    acts: either(runs, coachesAt),
  },
  applications: {
    sql: `select id, site_id as site, array[person_id] as people, status = 'under_review' as open
          from application where submitted_at is not null`,
    sees: either(own, runs, reviews),
    acts: either(own, runs, reviews),
  },
  'conflicts-of-interest': { sql: mine('conflict_of_interest'), sees: own, acts: own },

  // Whoever coaches at several sites is run by several managers: those of one site are enough to try.
  coaches: {
    sql: `select coach_id as id, (array_agg(site_id))[1] as site, array[coach_id] as people
          from coach_site group by coach_id having count(*) = 1`,
    ...furniture,
  },
  'coaches/me/calendar-clashes': { sql: mine('calendar_clash', 'coach_id'), sees: own, acts: own },
  'coaching/assignments': {
    sql: `select id, site_id as site, array[coach_id, entrepreneur_id] as people from coaching_assignment`,
    ...booked,
  },
  'coaching/matching-runs': { sql: atSite('matching_run'), sees: runs, acts: runs },
  'coaching/sessions': {
    sql: `select s.id, s.site_id as site,
            s.coach_id || array(select p.person_id from session_participant p where p.session_id = s.id) as people
          from coaching_session s`,
    ...booked,
  },
  'coaching/notes': {
    sql: `select n.id, s.site_id as site, array[n.author_id] || case when n.visibility = 'shared' then
            s.coach_id || array(select p.person_id from session_participant p where p.session_id = s.id) else '{}' end as people
          from session_note n join coaching_session s on s.id = n.session_id`,
    sees: own,
    acts: own,
  },
  'coaching/goals': {
    sql: `select g.id, m.site_id as site, array[g.entrepreneur_id] || ${coaches} as people
          from coaching_goal g join membership m on m.id = g.membership_id`,
    sees: own,
    acts: own,
  },
  'coaching/action-items': {
    sql: `select i.id, m.site_id as site, array[i.assignee_id, m.person_id] || ${coaches} as people
          from action_item i join membership m on m.id = i.membership_id`,
    sees: own,
    acts: own,
  },
};

/** Whoever takes part in a session: its coach, and those who came to be coached. */
const takesPart = { sees: own, acts: own };

/** Routes whose purpose is another than that of their sort of thing; `mayBeNone` where even an own one may have nothing. */
export const exceptions = {
  'GET /api/v1/coaching/sessions/:id/notes': takesPart,
  'POST /api/v1/coaching/sessions/:id/notes': takesPart,
  'GET /api/v1/coaching/sessions/:id/feedback': { ...takesPart, mayBeNone: true },
  'POST /api/v1/coaching/sessions/:id/feedback': takesPart,
  // How well somebody fits is for the coach who was asked, while it is open.
  'GET /api/v1/coaching/assignments/:id/fit': {
    sees: either((actor, { people: [coach] }) => coach === actor.id, runs),
    mayBeNone: true,
  },
  // Breaking the glass, with a reason that the author sees.
  'POST /api/v1/coaching/notes/:id/open': { sees: isAdministrator, acts: isAdministrator },
  'GET /api/v1/coaching/sessions/:id/sealed-notes': { sees: isAdministrator, acts: isAdministrator },
  // Somebody has to end what was declared by a person who is gone.
  'POST /api/v1/conflicts-of-interest/:id/end': {
    sees: either(own, isAdministrator),
    acts: either(own, isAdministrator),
  },
};

/** The second thing of an address that has two, as it belongs to the first. */
export const secondThings = {
  memberId: `select id from venture_member where venture_id = $1`,
  membershipId: `select membership_id as id from match_proposal where run_id = $1`,
  code: `select code as id from eligibility_result where application_id = $1`,
};

/** The sort of thing that an address asks for: `coaching/sessions` of `/api/v1/coaching/sessions/{id}/notes`. */
export function sortOf(path) {
  const [, head] = /^\/api\/v1\/(.+?)\/\{id\}/.exec(path) ?? [];
  return head && sorts[head] ? head : undefined;
}
