// Every scenario of `npm run chaos`, by the name that the command knows.
import { quota, series, slot, waiting } from './scenarios/bookings.mjs';
import { cancelled, clocks, letters } from './scenarios/mail.mjs';
import { reminders } from './scenarios/reminders.mjs';

export const scenarios = {
  slot: { run: slot },
  series: { run: series },
  quota: { run: quota },
  waiting: { run: waiting },
  cancelled: { run: cancelled },
  letters: { run: letters },
  clocks: { run: clocks },
  reminders: { run: reminders, onEachQueue: true },
};
