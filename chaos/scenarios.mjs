// Every scenario of `npm run chaos`, by the name that the command knows.
import { reminders } from './scenarios/reminders.mjs';

export const scenarios = {
  reminders: { run: reminders, onEachQueue: true },
};
