import 'reflect-metadata';
import type { Server } from 'node:http';
import { ApiModule } from './api.module';
import { entities } from './entities';
import { openDatabase } from './platform/database/open-database';
import { createApp } from './platform/http/app';
import { Drain } from './platform/http/drain';
import { Readiness } from './platform/http/readiness';
import { startProcess } from './platform/start';
import { WorkerModule } from './worker.module';

/** Door 1: HTTP, and what happens by itself where the configuration says so. */
void startProcess(async ({ config, logger, shutdown, say }) => {
  const { source, embedded, close } = await openDatabase(config, entities, {
    say,
    poolError: (error) => {
      if (!shutdown.hasBegun) logger.warn({ err: error }, 'a connection to the database was lost');
    },
  });
  shutdown.before('database', 20_000, close);
  if (process.argv[2] === 'migrate') return shutdown.run('migrated', 0);
  void embedded?.ended.then(() => {
    if (!shutdown.hasBegun) void shutdown.run('the embedded PostgreSQL ended by itself', 1);
  });

  const app = await createApp(ApiModule.with({ config, source }, config.runsJobs ? [WorkerModule] : []), config);
  const drain = new Drain(app.getHttpServer() as Server);
  const readiness = app.get(Readiness);
  shutdown.before('jobs and connections', 25_000, () => app.close());
  shutdown.before('requests', 20_000, () => {
    readiness.leave();
    return drain.finish(15_000);
  });
  await app.listen(config.port, config.host);
  const address = config.port === 0 ? await app.getUrl() : config.publicUrl;
  logger.info({ host: config.host, port: config.port, jobs: config.runsJobs }, 'listening');
  if (embedded) say(`\nBusiness Oasis is open at ${address}\n`);
});
