import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import { LocalDate, localDate, plusDays } from '../kernel/site-time';
import { acceptanceHash, latestDocuments, PinnedDocuments } from '../memberships/terms/documents';
import { addTerm, TermOwner } from '../memberships/terms/term.store';
import { endOfTerm, monthOf } from '../memberships/terms/term.rules';
import { Coverage, DemoPlan } from './demo-coverage';

/** What is out of the ordinary with somebody's membership. Days are counted from the day of loading. */
interface DemoStory {
  plan?: string;
  /** Under whose membership it hangs, and in which venture. */
  lead?: string;
  venture?: string;
  began?: number;
  status?: 'paused';
  pause?: { from: number; to: number; status: 'requested' | 'approved'; reason: string };
  renewal?: string;
  /** Days ago on which notice was given. */
  notice?: number;
}

const stories: Partial<Record<string, DemoStory>> = {
  'entrepreneur@oasis.example': { began: 62, venture: 'Lumi Tracks' },
  'entrepreneur2@oasis.example': { began: 58, venture: 'Kelo Furniture' },
  'eero.virtanen@members.oasis.example': {
    plan: 'team-seat',
    began: 50,
    lead: 'entrepreneur@oasis.example',
    venture: 'Lumi Tracks',
  },
  'helmi.korhonen@members.oasis.example': { venture: 'Saimaa Sense' },
  'otso.makinen@members.oasis.example': {
    began: 66,
    status: 'paused',
    pause: { from: -5, to: 15, status: 'approved', reason: 'Reserve exercise' },
  },
  'leo.hamalainen@members.oasis.example': {
    pause: { from: 20, to: 33, status: 'requested', reason: 'Two weeks of harvest at home' },
  },
  'venla.nieminen@members.oasis.example': { notice: 9 },
  'sofia.salminen@members.oasis.example': {
    began: 160,
    renewal: 'Thirty interviews, a prototype that four shops use, and a first invoice.',
  },
};

/** Somebody who was approved two days ago and has not answered yet. */
export const demoOffered = {
  email: 'sanni.kokko@applicants.oasis.example',
  fullName: 'Sanni Kokko',
  locale: 'fi' as const,
};

/** Where the memberships are, whose they are, and what is there already. */
interface Ground {
  site: { id: string; timeZone: string };
  /** Addresses of the members. */
  members: readonly string[];
  /** Ids by address. */
  people: ReadonlyMap<string, string>;
  /** Ids by name. */
  ventures: ReadonlyMap<string, string>;
  now: Date;
}

const day = 24 * 60 * 60_000;

/** Writes the memberships of a site as they would be had they been accepted some months ago; by person. */
export async function loadMemberships(tx: EntityManager, ground: Ground): Promise<Map<string, Coverage>> {
  const plans: DemoPlan[] = await tx.query(
    `select v.id, l.id as "planId", l.code, v.term_months as "termMonths", v.price_cents as "priceCents",
       v.normal_price_cents as "normalPriceCents",
       (select a.amount::float8 from plan_allowance a where a.plan_version_id = v.id and a.kind = 'desk_days') as "deskDays",
       (select a.amount::float8 from plan_allowance a where a.plan_version_id = v.id and a.kind = 'room_minutes') as "roomMinutes"
     from plan l join plan_version v on v.plan_id = l.id where l.site_id = $1`,
    [ground.site.id],
  );
  const documents = await latestDocuments(tx, ground.site.id);
  const written = new Map<string, Coverage>();
  for (const [index, email] of ground.members.entries()) {
    const story = stories[email] ?? {};
    const plan = plans.find(({ code }) => code === (story.plan ?? 'launch'));
    const personId = ground.people.get(email);
    if (!plan || personId === undefined) throw new Error(`${email} has no plan to be a member under.`);
    const lead = written.get(ground.people.get(story.lead ?? '') ?? '')?.membershipId ?? null;
    const began = story.began ?? 50 + ((index * 7) % 25);
    written.set(
      personId,
      await writeMembership(tx, ground, { personId, plan, lead, story: { ...story, began }, documents }),
    );
  }
  await tx.query(
    `select wallet_account(m.id, m.plan_version_id, a.kind, false, $2, $3)
     from membership m join plan_allowance a on a.plan_version_id = m.plan_version_id
     where m.site_id = $1 and m.status = 'active' order by m.id, a.kind`,
    [ground.site.id, monthOf(localDate(ground.now, ground.site.timeZone)), ground.now],
  );
  return written;
}

interface DemoMember {
  personId: string;
  plan: DemoPlan;
  lead: string | null;
  story: DemoStory & { began: number };
  documents: PinnedDocuments;
}

async function writeMembership(tx: EntityManager, ground: Ground, member: DemoMember): Promise<Coverage> {
  const { site, now, ventures } = ground;
  const { personId, plan, lead, story, documents } = member;
  const today = localDate(now, site.timeZone);
  const startsOn = plusDays(today, -story.began);
  const endsOn = endFor(startsOn, plan, story, today);
  const owner: TermOwner = {
    id: newId(),
    personId,
    siteId: site.id,
    ventureId: ventures.get(story.venture ?? '') ?? null,
    plan,
  };
  const acceptedAt = new Date(now.getTime() - (story.began + 4) * day);
  const hash = acceptanceHash(plan.id, documents);
  await tx.query(
    `insert into membership (id, site_id, person_id, venture_id, plan_id, plan_version_id, agreement_version_id,
       house_rules_version_id, lead_membership_id, status, starts_on, ends_on, offer_expires_at, accepted_at,
       acceptance_hash, notice_given_on, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15, $13, $13)`,
    [
      owner.id,
      site.id,
      personId,
      owner.ventureId,
      plan.planId,
      plan.id,
      documents.agreement.id,
      documents.houseRules.id,
      lead,
      story.status ?? 'active',
      startsOn,
      endsOn,
      acceptedAt,
      hash,
      story.notice === undefined ? null : plusDays(today, -story.notice),
    ],
  );
  await tx.query(
    `insert into acceptance (id, membership_id, agreement_version_id, house_rules_version_id, hash, accepted_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [newId(), owner.id, documents.agreement.id, documents.houseRules.id, hash, acceptedAt],
  );
  await addTerm(tx, owner, 'initial', { startsOn, endsOn }, acceptedAt);
  await writeWishes(tx, ground, owner.id, member);
  const rests = story.status === 'paused' ? story.pause : undefined;
  return {
    membershipId: owner.id,
    plan,
    covers: (date) =>
      date >= startsOn &&
      date <= endsOn &&
      !(rests && date >= plusDays(today, rests.from) && date <= plusDays(today, rests.to)),
  };
}

/** The last day: that of the term, of the notice, or with the length of the pause added. */
function endFor(startsOn: LocalDate, plan: DemoPlan, { notice, pause }: DemoStory, today: LocalDate): LocalDate {
  if (notice !== undefined) return plusDays(today, 30 - notice);
  const ends = endOfTerm(startsOn, plan.termMonths);
  return pause?.status === 'approved' ? plusDays(ends, pause.to - pause.from + 1) : ends;
}

async function writeWishes(
  tx: EntityManager,
  { site, now, people }: Ground,
  membershipId: string,
  { story, documents, plan }: DemoMember,
): Promise<void> {
  const today = localDate(now, site.timeZone);
  if (story.pause) {
    const { from, to, status, reason } = story.pause;
    const isDecided = status === 'approved';
    const asked = new Date(now.getTime() - (isDecided ? 14 : 2) * day);
    await tx.query(
      `insert into pause (id, membership_id, starts_on, ends_on, status, reason, requested_at, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        membershipId,
        plusDays(today, from),
        plusDays(today, to),
        status,
        reason,
        asked,
        isDecided ? people.get('manager@oasis.example') : null,
        isDecided ? asked : null,
      ],
    );
  }
  if (story.renewal !== undefined) {
    await tx.query(
      `insert into renewal_request (id, membership_id, no_own_office, progress, agreement_version_id,
         house_rules_version_id, acceptance_hash, status, requested_at)
       values ($1, $2, true, $3, $4, $5, $6, 'requested', $7)`,
      [
        newId(),
        membershipId,
        story.renewal,
        documents.agreement.id,
        documents.houseRules.id,
        acceptanceHash(plan.id, documents),
        new Date(now.getTime() - 3 * day),
      ],
    );
  }
}

/** Writes an application that was approved, and the offer that waits for its answer. */
export async function loadOffer(
  tx: EntityManager,
  { site, people, now }: Pick<Ground, 'site' | 'people' | 'now'>,
): Promise<void> {
  const { agreement, houseRules } = await latestDocuments(tx, site.id);
  const [applicationId, decidedAt] = [newId(), new Date(now.getTime() - 2 * day)];
  const startsOn = plusDays(localDate(now, site.timeZone), 10);
  const personId = people.get(demoOffered.email);
  await tx.query(
    `insert into application (id, site_id, person_id, plan_id, status, answers, starts_on, no_own_office, created_at,
       updated_at, submitted_at, decided_at, decided_by, notified_at)
     select $1, $2, $3, id, 'approved', $4, $5, true, $6, $7, $6, $7, $8, $7 from plan where site_id = $2 and code = 'launch'`,
    [
      applicationId,
      site.id,
      personId,
      JSON.stringify({ idea: 'A choir that anybody can join for one evening.', sector: 'creative' }),
      startsOn,
      new Date(now.getTime() - 12 * day),
      decidedAt,
      people.get('manager@oasis.example'),
    ],
  );
  await tx.query(
    `insert into membership (id, site_id, person_id, application_id, plan_id, plan_version_id, agreement_version_id,
       house_rules_version_id, status, starts_on, offer_expires_at, created_at, updated_at)
     select $1, $2, $3, $4, l.id, v.id, $5, $6, 'offered', $7, $8::timestamptz + make_interval(days => v.offer_days), $8, $8
     from plan l join plan_version v on v.plan_id = l.id where l.site_id = $2 and l.code = 'launch'`,
    [newId(), site.id, personId, applicationId, agreement.id, houseRules.id, startsOn, decidedAt],
  );
}
