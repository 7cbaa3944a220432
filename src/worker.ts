import { letYoungGenerationGrow } from './platform/young-generation';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { entities } from './entities';
import { openDatabase } from './platform/database/open-database';
import { Readiness } from './platform/http/readiness';
import { openWatchDoor } from './platform/http/watch-door';
import { NestLog } from './platform/logging/logger';
import { CannotStart, startProcess } from './platform/start';
import { WorkerModule } from './worker.module';
import type { AddressInfo } from 'node:net';

/** Door 2: jobs only, as many of these as wanted. Nobody comes in; WATCH_PORT lets machines look at how it is. */
void startProcess(async ({ config, logger, shutdown, say }) => {
  if (config.usesEmbeddedDatabase) {
    throw new CannotStart(
      'A worker of its own needs DATABASE_URL; with the embedded database "npm start" runs the jobs.',
    );
  }
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
  letYoungGenerationGrow();
  logger.info('working');
});
