// The house that is attacked: the built application in a process of its own, forked by `target.mjs`. What cannot be seen
// from the street is asked over the channel between the two: its routes, its event loop, its memory, where it connects to.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { controls } from './controls.mjs';
import { handlers, liveRoutes } from './router.mjs';
import { watchWaysOut } from './ways-out.mjs';

const { folder, databaseUrl, smtpUrl, dataFolder, secret, publicUrl, now } = JSON.parse(process.argv[2]);
const require = createRequire(import.meta.url);
const built = (path) => require(join(folder, 'dist', path));
const waysOut = watchWaysOut();

const { Clock } = built('kernel/clock.js');
/** Runs as the one on the wall does, from an instant of ours on, and can be moved. */
class MovedClock extends Clock {
  offset = now - Date.now();

  now() {
    return new Date(Date.now() + this.offset);
  }
}

const clock = new MovedClock();
const { Config } = built('platform/config/config.js');
const config = new Config({
  environment: 'test',
  host: '127.0.0.1',
  port: 0,
  publicUrl,
  databaseUrl,
  databasePool: 10,
  smtpUrl,
  mailFrom: 'Business Oasis <no-reply@oasis.example>',
  jwtSecret: secret,
  secondFactorFor: 'none',
  runsJobs: false,
  trustedProxies: 0,
  rateLimit: 0,
  logLevel: 'error',
  dataFolder,
});

const { dataSource } = built('platform/database/data-source.js');
const { migrate } = built('platform/database/migrate.js');
const { Database } = built('platform/database/database.js');
const source = dataSource(databaseUrl, built('entities.js').entities, config.databasePool);
await migrate(source, databaseUrl);
if (!source.isInitialized) await source.initialize();
await built('demo/demo.js').loadDemo(new Database(source), clock.now());
const app = await built('platform/http/app.js').createApp(
  built('api.module.js').ApiModule.with({ config, source, clock }),
  config,
);
await app.listen(config.port, config.host);

const delay = monitorEventLoopDelay({ resolution: 1 });
const service = (file, name) => app.get(built(file)[name], { strict: false });
const switches = controls(app, built);
let switchOn;
const byItself = {
  calendars: () => service('coaching/coaches/outside-calendar.ticks.js', 'OutsideCalendarTicks').read(clock.now()),
  mail: async () => {
    const messages = service('reminders/message.ticks.js', 'MessageTicks');
    await messages.planAgain(clock.now());
    // What has just become due is left to the queue, which stands still here.
    await messages.sweep(new Date(clock.now().getTime() + 60_000));
  },
  push: (parcel) => service('platform/push/push-door.js', 'PushDoor').hand(parcel),
};

/** What can be asked, by name. */
const answers = {
  routes: () => {
    const { ENTRY } = built('platform/http/entry.js');
    return { live: liveRoutes(app), declared: handlers(app, ENTRY) };
  },
  /** Moves time on by so many minutes, and answers the present. */
  advance: (minutes) => {
    clock.offset += minutes * 60_000;
    return clock.now().toISOString();
  },
  /** The keys from which tokens are made, for tokens that are nearly right. */
  keys: (purpose) => {
    const [key] = new (built('platform/secrets.js').Secrets)(config).keys(purpose);
    return { id: key.id, bytes: key.bytes.toString('base64') };
  },
  /** Starts to watch the event loop. */
  watchLoop: () => {
    delay.reset();
    delay.enable();
  },
  /** The longest that the event loop stood still since then, in milliseconds. */
  longestStall: () => {
    delay.disable();
    return delay.max / 1e6;
  },
  /** Bytes in use after everything that can be forgotten was. */
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed + process.memoryUsage().external;
  },
  /** Members that every object has by now and should not. */
  pollution: () => {
    const members = [];
    for (const name in {}) members.push(name);
    return members;
  },
  /** Sets what names lead to, and forgets the connections before. */
  world: (world) => waysOut.set(world),
  connections: () => waysOut.connections,
  /** Switches a control off until it is switched on again. */
  switchOff: (name) => {
    switchOn = switches[name]();
  },
  switchOn: () => switchOn(),
  happens: async ([name, ...given]) => await byItself[name](...given),
};

process.on('message', async ({ id, name, given }) => {
  try {
    process.send({ id, answer: await answers[name](given) });
  } catch (error) {
    process.send({ id, error: error?.stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ url: await app.getUrl() });
