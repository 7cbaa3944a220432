import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** The wallet of memberships: grants by the month. What bookings take is settled with the bookings themselves. */
@Injectable()
export class WalletService {
  /**
   * Opens the accounts of a membership for a month, each with the grant of its plan version in it; those that are open
   * already stay as they are, so a grant is made once. `month` is its first day, `YYYY-MM-01`.
   */
  async grant(tx: EntityManager, membershipId: string, month: string, at: Date): Promise<void> {
    await tx.query(
      `select wallet_account(m.id, m.plan_version_id, a.kind, false, $2, $3)
       from membership m join plan_allowance a on a.plan_version_id = m.plan_version_id
       where m.id = $1 order by a.kind`,
      [membershipId, month, at],
    );
  }
}
