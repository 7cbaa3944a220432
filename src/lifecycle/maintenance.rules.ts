import { instant, Period } from '../kernel/period';
import { Rule } from '../kernel/refusal';

/** A period of maintenance that is being judged. */
export interface MaintenanceCase {
  period: Period;
  now: Date;
}

const mostDays = 366;

const inThePast: Rule<MaintenanceCase> = {
  name: 'in_the_past',
  judge: ({ period, now }) =>
    period.end > now ? undefined : { detail: 'This time has passed.', facts: { now: instant(now) } },
};

const maintenanceLength: Rule<MaintenanceCase> = {
  name: 'maintenance_length',
  judge: ({ period }) =>
    period.minutes <= mostDays * 24 * 60
      ? undefined
      : { detail: `Maintenance lasts at most ${mostDays} days. Retire the resource instead.`, facts: { mostDays } },
};

/** The laws of maintenance. */
export const maintenanceRules: readonly Rule<MaintenanceCase>[] = [inThePast, maintenanceLength];
