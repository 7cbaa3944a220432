import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { entities } from './entities';
import { openDatabase } from './platform/database/open-database';
import { NestLog } from './platform/logging/logger';
import { CannotStart, startProcess } from './platform/start';
import { WorkerModule } from './worker.module';

/** Door 2: jobs only, no listener. As many of these as wanted. */
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
  logger.info('working');
});
