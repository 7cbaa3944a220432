import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor, RoleGrant } from '../../kernel/actor';
import { instant } from '../../kernel/period';
import { PersonalRecords } from '../../people/personal-records';
import { Config } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { isAskedOf } from './second-factor.rules';

/** How it stands with somebody's second factor. */
export interface SecondFactorStanding {
  on: boolean;
  /** Whether the house asks it of them. */
  asked: boolean;
  since: string | null;
  recoveryCodesLeft: number;
}

interface FactorRow {
  enabledAt: Date;
  recoveryCodesLeft: number;
}

/** Who has a second factor, and who has to. */
@Injectable()
export class SecondFactorQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'secondFactor', read: (personId) => this.record(personId) });
  }

  /** How it stands with the actor's own. */
  async standing({ personId, roles }: Actor): Promise<SecondFactorStanding> {
    const row = await this.row(personId);
    return {
      on: row !== undefined,
      asked: this.isAskedOf(roles),
      since: row ? instant(row.enabledAt) : null,
      recoveryCodesLeft: row?.recoveryCodesLeft ?? 0,
    };
  }

  /** Whether somebody with these roles still has to switch one on before the house is open to them. */
  async isMissing(personId: string, roles: readonly RoleGrant[]): Promise<boolean> {
    return this.isAskedOf(roles) && (await this.row(personId)) === undefined;
  }

  private isAskedOf(roles: readonly RoleGrant[]): boolean {
    return isAskedOf(roles, this.config.secondFactorFor);
  }

  private async row(personId: string): Promise<FactorRow | undefined> {
    const [row] = await this.database.read<FactorRow>(
      `select f.enabled_at as "enabledAt",
         (select count(*)::int from recovery_code c where c.person_id = f.person_id and c.used_at is null) as "recoveryCodesLeft"
       from second_factor f where f.person_id = $1`,
      [personId],
    );
    return row;
  }

  private async record(personId: string): Promise<unknown> {
    const row = await this.row(personId);
    return row ? { since: instant(row.enabledAt), recoveryCodesLeft: row.recoveryCodesLeft } : null;
  }
}
