import { Injectable } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Missing } from '../../kernel/errors';
import { instant } from '../../kernel/period';
import { localDate } from '../../kernel/site-time';
import { Database } from '../../platform/database/database';
import { AllowanceMonthView, BalanceView, EntryView } from './wallet.view';

interface Owner {
  id: string;
  planVersionId: string;
  timeZone: string;
}

/** Wallets as their owners and the managers of the site read them. */
@Injectable()
export class WalletQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A month of a membership's wallet; the running month of the site when none is given (`YYYY-MM`).
   * @throws Missing when there is no such membership, or none that the actor may know of
   */
  async month(actor: Actor, membershipId: string, month?: string): Promise<AllowanceMonthView> {
    const owner = await this.owner(actor, membershipId);
    const wanted = month ?? localDate(this.clock.now(), owner.timeZone).slice(0, 7);
    const balances = await this.balances(owner, `${wanted}-01`);
    return { month: wanted, balances, entries: await this.entries(owner, `${wanted}-01`) };
  }

  private async owner(actor: Actor, id: string): Promise<Owner> {
    const rows = await this.database.read<Owner & { personId: string; siteId: string }>(
      `select m.id, m.plan_version_id as "planVersionId", s.time_zone as "timeZone", m.person_id as "personId", m.site_id as "siteId"
       from membership m join site s on s.id = m.site_id where m.id = $1`,
      [id],
    );
    const row = rows[0];
    if (!row || (row.personId !== actor.personId && !actor.manages(row.siteId))) throw new Missing('membership');
    return row;
  }

  /** What the plan includes, whether or not its account is open yet, and the accounts of visits. */
  private balances(owner: Owner, month: string): Promise<BalanceView[]> {
    return this.database.read<BalanceView>(
      `select a.kind, false as visiting, w.id <> m.id as shared,
              case when coalesce(c.unlimited, p.amount is null) then null else coalesce(c.granted, p.amount)::float8 end as granted,
              coalesce(c.used, 0)::float8 as used, coalesce(c.held, 0)::float8 as held,
              nullif(wallet_left(m.id, m.plan_version_id, a.kind, false, $2), 'Infinity')::float8 as left
       from membership m
       join plan_allowance a on a.plan_version_id = m.plan_version_id
       join membership w on w.id = case when a.shared and m.lead_membership_id is not null then m.lead_membership_id else m.id end
       left join plan_allowance p on p.plan_version_id = w.plan_version_id and p.kind = a.kind
       left join allowance_account c on c.membership_id = w.id and c.kind = a.kind and not c.visiting and c.month = $2
       where m.id = $1
       union all
       select c.kind, true, false, case when c.unlimited then null else c.granted::float8 end, c.used::float8, c.held::float8,
              case when c.unlimited then null else (c.granted - c.held - c.used)::float8 end
       from allowance_account c where c.membership_id = $1 and c.visiting and c.month = $2
       order by visiting, kind`,
      [owner.id, month],
    );
  }

  private async entries(owner: Owner, month: string): Promise<EntryView[]> {
    const rows = await this.database.read<Omit<EntryView, 'at'> & { at: Date }>(
      `select e.at, c.kind, e.type, e.amount::float8 as amount, e.cause, e.cause_id as "causeId", e.local_date as date,
              coalesce(r.name, x.full_name) as place
       from membership m
       join plan_allowance a on a.plan_version_id = m.plan_version_id
       join allowance_account c on c.kind = a.kind and c.month = $2
         and (c.membership_id = m.id or a.shared and c.membership_id = m.lead_membership_id)
       join allowance_entry e on e.account_id = c.id
       left join booking b on e.cause = 'booking' and b.id = e.cause_id
       left join replacement q on e.cause = 'replacement' and q.id = e.cause_id
       left join resource r on r.id = coalesce(b.resource_id, q.resource_id)
       left join coaching_session k on e.cause = 'session' and k.id = e.cause_id
       left join person x on x.id = k.coach_id
       where m.id = $1 order by e.at, e.type <> 'grant', e.key`,
      [owner.id, month],
    );
    return rows.map((row) => ({ ...row, at: instant(row.at) }));
  }
}
