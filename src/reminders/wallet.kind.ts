import { AllowanceKind } from '../memberships/plans/plan.rules';
import { silent } from './booked';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';

interface Low extends Record<string, unknown> {
  site: string;
  kind: AllowanceKind;
  granted: number;
  used: number;
}

/** Of which accounts, in SQL over a (allowance_account) and s (site), at an instant. */
const runsLow = `not a.unlimited and a.granted > 0 and a.held + a.used >= a.granted * 0.8`;
const isThisMonth = (now: string): string =>
  `a.month = date_trunc('month', ${now}::timestamptz at time zone s.time_zone)::date`;

/** Four fifths of what a month holds of a kind are used or booked: told once per month and kind. */
export const allowanceLow: Kind<Low> = {
  name: 'allowance_low',
  audience: 'the member whose wallet it is',
  channels: ['mail', 'app'],
  canBeSwitchedOff: true,
  isUrgent: false,
  usefulUntil: 'the month is over',
  facts: `
    select a.id as subject_id, 'allowance_low' as occasion, m.person_id, $1::timestamptz as due_at,
           (a.month + interval '1 month') at time zone s.time_zone as useful_until
    from allowance_account a join membership m on m.id = a.membership_id join site s on s.id = m.site_id
    where a.month between ($1::timestamptz - interval '33 days')::date and ($1::timestamptz + interval '1 day')::date
      and ${runsLow} and ${isThisMonth('$1')} and m.status = 'active' and s.status <> 'suspended'`,
  reread: `
    select s.name as site, a.kind, a.granted::float8 as granted, (a.held + a.used)::float8 as used,
           case when not (${runsLow}) then 'there is enough again'
                when not (${isThisMonth('$2')}) then 'the month is over'
                ${silent} end as pointless
    from allowance_account a join membership m on m.id = a.membership_id join site s on s.id = m.site_id
    where a.id = $1 for share of a`,
  draft: ({ site, kind, granted, used }, reader: Reader, links: LetterLinks): Draft => {
    const { letters, labels, allowances } = wordsIn(reader.locale);
    // Minutes are told as hours, as they are in plans.
    const amount = (value: number): string =>
      new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 2 }).format(
        kind === 'desk_days' ? value : value / 60,
      );
    return {
      ...letters.allowance_low({ site, kind: allowances[kind] }),
      details: [
        [labels.site, site],
        [allowances[kind], amount(granted)],
        [labels.used, amount(used)],
        [labels.left, amount(granted - used)],
      ],
      link: links.membership(),
    };
  },
};
