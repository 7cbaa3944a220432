import { NestFactory } from '@nestjs/core';
import { entities } from './entities';
import { openDatabase } from './platform/database/open-database';
import { Readiness } from './platform/http/readiness';
import { openWatchDoor } from './platform/http/watch-door';
import { NestLog } from './platform/logging/logger';
import { Opening } from './platform/start';
import { settleHeap } from './platform/heap';
import { WorkerModule } from './worker.module';
import type { AddressInfo } from 'node:net';

/** Does what happens by itself, and nothing else. Nobody comes in; WATCH_PORT lets machines look at how it is. */
export async function work({ config, logger, shutdown, say }: Opening): Promise<void> {
  const { source, close } = await openDatabase(config, entities, {
    say,
    poolError: (error) => {
      if (!shutdown.hasBegun) logger.warn({ err: error }, 'a connection to the database was lost');
    },
  });
  shutdown.before('database', 20_000, close);
  const app = await NestFactory.createApplicationContext(WorkerModule.with({ config, source }), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  shutdown.before('jobs and connections', 25_000, () => app.close());
  if (config.watchPort !== undefined) {
    const door = await openWatchDoor(config.watchPort, config, app.get(Readiness));
    shutdown.before('watching', 1_000, () => {
      door.closeAllConnections();
      return new Promise((resolve) => door.close(resolve));
    });
    logger.info({ watch: (door.address() as AddressInfo).port }, 'watched');
  }
  settleHeap();
  logger.info('working');
}
