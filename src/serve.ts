import { ApiModule } from './api.module';
import { loadDemo } from './demo/demo';
import { demoPassword, demoPeople } from './demo/demo-people';
import { entities } from './entities';
import { SystemClock } from './kernel/clock';
import { Conflict, Missing } from './kernel/errors';
import { RoleGrants } from './people/role-grants.service';
import { Audit } from './platform/audit/audit';
import { Database } from './platform/database/database';
import { openDatabase } from './platform/database/open-database';
import { createApp } from './platform/http/app';
import { Drain } from './platform/http/drain';
import { Readiness } from './platform/http/readiness';
import { CannotStart, Opening } from './platform/start';
import { settleHeap } from './platform/heap';

/** Opens the house over HTTP, with what happens by itself where the configuration says so. */
export async function serve({ config, logger, shutdown, say }: Opening): Promise<void> {
  const { source, embedded, close } = await openDatabase(config, entities, {
    say,
    poolError: (error) => {
      if (!shutdown.hasBegun) logger.warn({ err: error }, 'a connection to the database was lost');
    },
  });
  shutdown.before('database', 20_000, close);
  const [, , command, email = ''] = process.argv;
  if (command === 'migrate') return shutdown.run('migrated', 0);
  if (command === 'administrator') {
    say(await appoint(new Database(source), email.trim().toLowerCase(), config.publicUrl));
    return shutdown.run('appointed', 0);
  }
  void embedded?.ended.then(() => {
    if (!shutdown.hasBegun) void shutdown.run('the embedded PostgreSQL ended by itself', 1);
  });
  const isDemo = embedded !== undefined && !config.isProduction;
  if (isDemo) await loadDemo(new Database(source), new SystemClock().now());

  const app = await createApp(ApiModule.with({ config, source }), config);
  const drain = new Drain(app.getHttpServer());
  const readiness = app.get(Readiness);
  shutdown.before('jobs and connections', 25_000, () => app.close());
  shutdown.before('requests', 20_000, (reason) => {
    readiness.leave();
    // Who presses Ctrl-C waits at a terminal, and the browser beside it asks again.
    return reason === 'SIGINT' ? drain.finish(15_000, 1_000) : drain.finish(15_000);
  });
  // Routes are made here and not while listening, so that what that leaves behind is collected, too.
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  settleHeap();
  await app.listen(config.port, config.host);
  const address = config.port === 0 ? await app.getUrl() : config.publicUrl;
  logger.info({ host: config.host, port: config.port, jobs: config.runsJobs }, 'open');
  if (isDemo) say(welcome(address, config.usesMailbox));
}

/** Makes somebody an administrator who has registered, and says so. @throws CannotStart, when it cannot be done. */
async function appoint(database: Database, email: string, publicUrl: string): Promise<string> {
  try {
    await new RoleGrants(database, new SystemClock(), new Audit()).appoint(email);
  } catch (error) {
    if (error instanceof Missing)
      throw new CannotStart(
        `Nobody has confirmed the address "${email}". Register at ${publicUrl}/register and confirm it first.`,
      );
    if (error instanceof Conflict) throw new CannotStart(`${email} is an administrator already.`);
    throw error;
  }
  return `${email} is an administrator from now on.`;
}

/** What a person who tries the house out wants to know first. */
function welcome(address: string, hasMailbox: boolean): string {
  const accounts = demoPeople.filter((person) => person.signsIn);
  const widest = Math.max(...accounts.map(({ email }) => email.length));
  return [
    '',
    `  Business Oasis is open at ${address}`,
    '',
    `  Sign in with the password ${demoPassword} as`,
    ...accounts.map(({ email, roles }) => `    ${email.padEnd(widest)}  ${roles[0]?.role ?? 'no role yet'}`),
    '',
    ...(hasMailbox ? [`  Mail that the house sends can be read at ${address}/mailbox`] : []),
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}
