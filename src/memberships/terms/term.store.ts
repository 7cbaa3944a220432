import { EntityManager } from 'typeorm';
import { Conflict } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { LocalDate, plusDays } from '../../kernel/site-time';
import { MembershipRow } from './membership.row';
import { Dates, daysOf, stayRules, TermKind } from './term.rules';

/** The answer to a second membership at a site while the first is not over. */
export const overlappingTerms = (): Conflict =>
  new Conflict('no_overlapping_terms', 'The person has a membership at this site at that time already.');

/** What the constraints of memberships say no to, for commands that may run into them. */
export const termLaws = { membership_open: overlappingTerms, no_overlapping_terms: overlappingTerms };

/** Of whom a term is, and what it is worth. */
export type TermOwner = Pick<MembershipRow, 'id' | 'personId' | 'siteId' | 'ventureId'> & {
  plan: Pick<MembershipRow['plan'], 'id' | 'priceCents' | 'normalPriceCents'>;
};

/** Adds a term with its benefit. The membership is locked. @throws the constraint `no_overlapping_terms` */
export async function addTerm(
  tx: EntityManager,
  membership: TermOwner,
  kind: TermKind,
  { startsOn, endsOn }: Dates,
  now: Date,
): Promise<void> {
  const { id, personId, siteId, ventureId, plan } = membership;
  await tx.query(
    `with term as (
       insert into membership_term (id, membership_id, person_id, site_id, kind, starts_on, ends_on, plan_version_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id)
     insert into benefit (id, membership_id, term_id, company_id, starts_on, ends_on, price_cents, normal_price_cents, created_at)
     select $10, $2, term.id, (select c.id from company c where c.venture_id = $11), $6, $7, $12, $13, $9 from term`,
    [
      newId(),
      id,
      personId,
      siteId,
      kind,
      startsOn,
      endsOn,
      plan.id,
      now,
      newId(),
      ventureId,
      plan.priceCents,
      plan.normalPriceCents,
    ],
  );
}

/** Ends the terms of a membership on a day: what would begin later is dropped, and what would rest later is not paused. */
export async function cutTerms(tx: EntityManager, membershipId: string, lastDay: LocalDate): Promise<void> {
  for (const table of ['benefit', 'membership_term']) {
    await tx.query(`delete from ${table} where membership_id = $1 and starts_on > $2`, [membershipId, lastDay]);
    await tx.query(`update ${table} set ends_on = $2 where membership_id = $1 and ends_on > $2`, [
      membershipId,
      lastDay,
    ]);
  }
  await tx.query(
    `update pause set status = 'cancelled'
     where membership_id = $1 and (status = 'requested' or status = 'approved' and starts_on > $2)`,
    [membershipId, lastDay],
  );
  await tx.query(`update pause set ends_on = $2 where membership_id = $1 and status = 'approved' and ends_on > $2`, [
    membershipId,
    lastDay,
  ]);
  await tx.query(`update renewal_request set status = 'cancelled' where membership_id = $1 and status = 'requested'`, [
    membershipId,
  ]);
}

/** Takes back all terms of a membership that never began. */
export async function dropTerms(tx: EntityManager, membershipId: string): Promise<void> {
  await tx.query('delete from benefit where membership_id = $1', [membershipId]);
  await tx.query('delete from membership_term where membership_id = $1', [membershipId]);
}

/**
 * Moves the end of the term that holds a date by some days, and the terms after it as a whole. They are moved one by
 * one, from the far end, so that none runs into another on the way.
 * @returns the new last day of the membership.
 */
export async function shiftTerms(
  tx: EntityManager,
  { id, terms, endsOn }: MembershipRow,
  date: LocalDate,
  days: number,
): Promise<LocalDate> {
  const touched = terms.filter((term) => term.endsOn >= date);
  const inOrder = days > 0 ? [...touched].reverse() : touched;
  for (const term of inOrder) {
    const startsOn = term.startsOn > date ? plusDays(term.startsOn, days) : term.startsOn;
    const dates = [term.id, startsOn, plusDays(term.endsOn, days)];
    await tx.query('update membership_term set starts_on = $2, ends_on = $3 where id = $1', dates);
    await tx.query('update benefit set starts_on = $2, ends_on = $3 where term_id = $1', dates);
  }
  const last = plusDays(endsOn ?? date, touched.length > 0 ? days : 0);
  await tx.query('update membership set ends_on = $2 where id = $1', [id, last]);
  return last;
}

/** Whose stay is counted, and under what cap. */
export type Stay = Pick<MembershipRow, 'siteId' | 'personId' | 'ventureId'> & { plan: { totalMonths: number } };

/**
 * Insists that the days in force of the person and of the venture stay within the plan's cap when a term is added.
 * Dates are counted once, however many members of a venture are in on them; paused days are not counted.
 * @throws Refused `total_stay_cap`
 */
export async function insistOnStay(tx: EntityManager, stay: Stay, term: Dates): Promise<void> {
  const rows: { starts: LocalDate[]; personDays: number; ventureDays: number }[] = await tx.query(
    `with counted as (
       select m.person_id = $2 as own, m.venture_id = $3 as ours, t.starts_on,
         datemultirange(daterange(t.starts_on, t.ends_on, '[]')) - coalesce((
           select range_agg(daterange(p.starts_on, p.ends_on, '[]')) from pause p
           where p.membership_id = m.id and p.status = 'approved'), '{}') as dates
       from membership_term t join membership m on m.id = t.membership_id
       where m.site_id = $1 and (m.person_id = $2 or m.venture_id = $3)
       union all
       select true, $3::uuid is not null, $4::date, datemultirange(daterange($4::date, $5::date, '[]'))
     )
     select coalesce((select jsonb_agg(to_char(starts_on, 'YYYY-MM-DD')) from counted), '[]') as starts,
       (select coalesce(sum(upper(d) - lower(d)), 0)::int
        from unnest((select range_agg(dates) from counted where own)) d) as "personDays",
       (select coalesce(sum(upper(d) - lower(d)), 0)::int
        from unnest((select range_agg(dates) from counted where ours)) d) as "ventureDays"`,
    [stay.siteId, stay.personId, stay.ventureId, term.startsOn, term.endsOn],
  );
  const { starts, personDays, ventureDays } = rows[0] ?? { starts: [], personDays: daysOf(term), ventureDays: 0 };
  insist(stayRules, { starts, personDays, ventureDays, totalMonths: stay.plan.totalMonths });
}
