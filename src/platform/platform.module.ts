import { DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from '../kernel/clock';
import { Audit } from './audit/audit';
import { Config } from './config/config';
import { Database } from './database/database';
import { Readiness } from './http/readiness';
import { QueueModule } from './queue/queue.module';

/** What the doors hand in: read and connected before Nest begins, closed after it has ended. */
export interface PlatformOptions {
  config: Config;
  /** Connected and migrated. */
  source: DataSource;
  /** The clock on the wall when left out. */
  clock?: Clock;
}

/** The plumbing that every feature may ask for without importing anything. */
@Module({})
export class PlatformModule {
  static with({ config, source, clock = new SystemClock() }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [QueueModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useValue: source },
        { provide: Clock, useValue: clock },
        Database,
        Audit,
        Readiness,
      ],
      exports: [Config, DataSource, Clock, Database, Audit, Readiness, QueueModule],
    };
  }
}
