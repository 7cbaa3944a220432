import { EntityManager } from 'typeorm';
import { Refused } from '../../kernel/errors';
import { LocalDate } from '../../kernel/site-time';
import { MembershipRow } from './membership.row';
import { Dates } from './term.rules';

/** What a membership hangs on: nothing, the lead's membership (team seats), or the one at home (visitors). */
interface Anchor {
  membershipId: string | null;
  ventureId: string | null;
  /** A term as far as the anchor holds it. */
  within(term: Dates): Dates;
}

interface Holding {
  id: string;
  ventureId: string | null;
  endsOn: LocalDate;
}

/**
 * Finds what the plan of a membership needs beside it.
 * @throws Refused `lead_membership` or `home_membership` when it is not there on the first day
 */
export async function anchorOf(tx: EntityManager, membership: MembershipRow, today: LocalDate): Promise<Anchor> {
  const { needs } = membership.plan;
  if (needs === 'nothing') return { membershipId: null, ventureId: membership.ventureId, within: (term) => term };
  const date = membership.startsOn > today ? membership.startsOn : today;
  const rows: Holding[] = await tx.query(needs === 'lead_membership' ? leads : homes, [
    membership.personId,
    membership.siteId,
    date,
    ...(needs === 'lead_membership' ? [membership.ventureId] : []),
  ]);
  const found = rows[0];
  if (!found) throw new Refused([refusals[needs]]);
  return {
    membershipId: found.id,
    ventureId: needs === 'lead_membership' ? found.ventureId : membership.ventureId,
    within: ({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn < found.endsOn ? endsOn : found.endsOn }),
  };
}

const refusals = {
  lead_membership: {
    code: 'lead_membership',
    detail: 'A team seat needs a venture whose lead is a member here on its first day.',
    facts: {},
  },
  home_membership: {
    code: 'home_membership',
    detail: 'Visitors are members of another site on their first day.',
    facts: {},
  },
};

/** Memberships of the leads of the person's ventures at the site that hold on a date. */
const leads = `
  select m.id, m.venture_id as "ventureId", m.ends_on as "endsOn"
  from venture_member own
  join venture v on v.id = own.venture_id and v.site_id = $2 and v.status = 'active'
  join venture_member l on l.venture_id = v.id and l.lead and l.person_id <> own.person_id
    and l.starts_on <= $3 and (l.ends_on is null or l.ends_on >= $3)
  join membership m on m.person_id = l.person_id and m.site_id = v.site_id and m.venture_id = v.id
    and m.status in ('scheduled', 'active', 'paused') and m.starts_on <= $3 and m.ends_on >= $3
  join plan_version p on p.id = m.plan_version_id and p.needs = 'nothing'
  where own.person_id = $1 and own.starts_on <= $3 and (own.ends_on is null or own.ends_on >= $3)
    and ($4::uuid is null or v.id = $4)
  order by m.ends_on desc, m.id limit 1`;

/** Memberships of the person at other sites that hold on a date. */
const homes = `
  select m.id, null as "ventureId", m.ends_on as "endsOn"
  from membership m join plan_version p on p.id = m.plan_version_id and p.needs = 'nothing'
  where m.person_id = $1 and m.site_id <> $2 and m.status in ('scheduled', 'active', 'paused')
    and m.starts_on <= $3 and m.ends_on >= $3
  order by m.ends_on desc, m.id limit 1`;
