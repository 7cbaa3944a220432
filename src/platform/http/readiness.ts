import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Busy } from '../../kernel/errors';
import { Queues } from '../queue/queues';

/** What a check found out, in one word for a machine. */
export type Finding = 'up' | 'down';

/** Not everything is there (503); the problem's `checks` say what is down. */
export class NotReady extends Busy {
  constructor(checks: Record<string, Finding>) {
    super();
    this.extra['checks'] = checks;
  }
}

/** Longest that one check may take, in milliseconds. */
const patience = 2_500;

/**
 * Whether this process should be sent requests. Features may add checks of what they cannot do without; a check that
 * throws or does not answer in time is down. The queue is told beside them and decides nothing: everybody can be
 * answered without it, and it is the same one for all, so that all doors would close at once for the sake of a hint.
 */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, () => Promise<unknown>>();
  private leaving = false;
  private migrated = false;

  constructor(
    private readonly source: DataSource,
    private readonly queues: Queues,
  ) {
    this.add('database', () => this.insistOnPrimary());
    this.add('migrations', () => this.insistOnMigrations());
  }

  /** Adds a check. `look` throws when the thing is not usable. */
  add(name: string, look: () => Promise<unknown>): void {
    this.checks.set(name, look);
  }

  /** From now on the answer is no: the process is about to end and finishes what it has. */
  leave(): void {
    this.leaving = true;
  }

  /** Looks at everything at once. `shutdown` is down while the process ends; `queue` may be while it is ready. */
  async look(): Promise<{ ready: boolean; checks: Record<string, Finding> }> {
    const [queue, ...needed] = await Promise.all([
      finding(() => this.queues.check()),
      ...[...this.checks].map(async ([name, look]) => [name, await finding(look)] as const),
    ]);
    if (this.leaving) needed.push(['shutdown', 'down']);
    return {
      ready: needed.every(([, found]) => found === 'up'),
      checks: { ...Object.fromEntries(needed), queue },
    };
  }

  /** A standby answers questions and takes no bookings. */
  private async insistOnPrimary(): Promise<void> {
    const rows = await this.source.query<{ is_standby: boolean }[]>('select pg_is_in_recovery() as is_standby');
    if (rows[0]?.is_standby !== false) throw new Error('the database is a standby');
  }

  private async insistOnMigrations(): Promise<void> {
    if (this.migrated) return;
    const names = this.source.migrations.map((migration) => migration.name);
    const rows = await this.source.query<{ found: number }[]>(
      'select count(distinct name) as found from schema_migration where name = any($1)',
      [names],
    );
    if (rows[0]?.found !== names.length) throw new Error('migrations are missing');
    this.migrated = true;
  }
}

async function finding(look: () => Promise<unknown>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve('down'), patience);
  });
  const asked = look().then(
    () => 'up' as const,
    () => 'down' as const,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
