import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { WalletService } from './wallet.service';

const batch = 200;

/** What becomes due for wallets by the passing of time alone: grants at a month's beginning, lapses at its end. */
@Injectable()
export class WalletTicks {
  private readonly log = new Logger(WalletTicks.name);

  constructor(
    private readonly database: Database,
    private readonly wallet: WalletService,
  ) {}

  /** Grants the month that has begun at each site by its own clock, to every active membership that lacks it. */
  async grant(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string; month: string }>(
      `select distinct m.id, date_trunc('month', $1::timestamptz at time zone s.time_zone)::date as month
       from membership m
       join site s on s.id = m.site_id
       join plan_allowance a on a.plan_version_id = m.plan_version_id and not a.shared
       where m.status = 'active' and not exists (
         select 1 from allowance_account c
         where c.membership_id = m.id and c.kind = a.kind and not c.visiting
           and c.month = date_trunc('month', $1::timestamptz at time zone s.time_zone)::date)
       limit ${batch}`,
      [now],
    );
    return this.each(due, ({ id, month }) => this.database.transaction((tx) => this.wallet.grant(tx, id, month, now)));
  }

  /** Lets lapse what is left of months that are over by the site's clock. */
  async lapse(now: Date): Promise<number> {
    const due = await this.database.read<{ id: string }>(
      `select c.id
       from allowance_account c
       join membership m on m.id = c.membership_id
       join site s on s.id = m.site_id
       where not c.unlimited and c.granted > c.held + c.used
         and c.month < date_trunc('month', $1::timestamptz at time zone s.time_zone)::date
       limit ${batch}`,
      [now],
    );
    return this.each(due, ({ id }) =>
      this.database.transaction(async (tx) => {
        await tx.query('select 1 from allowance_account where id = $1 for no key update', [id]);
        await tx.query(
          `select wallet_post(c.id, 'lapse', c.granted - c.held - c.used, 'month', c.membership_id, null,
             'lapse:' || c.id || ':' || (select count(*) from allowance_entry e where e.account_id = c.id and e.type = 'lapse'), $2)
           from allowance_account c where c.id = $1 and c.granted > c.held + c.used`,
          [id, now],
        );
      }),
    );
  }

  /** One transaction per row: a bad one stays due and stops nobody. */
  private async each<Row extends { id: string }>(rows: Row[], work: (row: Row) => Promise<void>): Promise<number> {
    let done = 0;
    for (const row of rows) {
      try {
        await work(row);
        done++;
      } catch (error) {
        this.log.error({ err: error as Error, id: row.id }, 'a wallet could not be brought up to date');
      }
    }
    return done;
  }
}
