// Every scenario of `npm run chaos`, by the name that the command knows.
import { quota, series, slot, unlocked, waiting } from './scenarios/bookings.mjs';
import { asked, blackHole, database, diskFull, killed, narrow, redis } from './scenarios/faults.mjs';
import { cancelled, clocks, letters } from './scenarios/mail.mjs';
import { reminders, unclaimed } from './scenarios/reminders.mjs';
import { rolling } from './scenarios/rolling.mjs';
import { soak } from './scenarios/soak.mjs';
import { pairs } from './scenarios/sessions.mjs';

export const scenarios = {
  slot: { run: slot },
  unlocked: { run: unlocked },
  series: { run: series },
  pairs: { run: pairs },
  quota: { run: quota },
  waiting: { run: waiting },
  killed: { run: killed },
  database: { run: database },
  redis: { run: redis, needsRedis: true },
  reminders: { run: reminders, onEachQueue: true },
  unclaimed: { run: unclaimed, onEachQueue: true },
  cancelled: { run: cancelled },
  letters: { run: letters },
  blackhole: { run: blackHole, onEachQueue: true },
  clocks: { run: clocks },
  asked: { run: asked },
  disk: { run: diskFull },
  narrow: { run: narrow },
  rolling: { run: rolling },
  soak: { run: soak },
};
