import { collectDefaultMetrics } from 'prom-client';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config';
import { registry } from '../metrics';

/** Begins to measure the process itself: processor, memory, the loop of events. Any number of calls is one. */
export function measureProcess(): void {
  if (!registry.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics({ register: registry });
}

/** Whether a request may read the figures: with the token of the configuration; without one only outside production. */
export function mayReadFigures({ metricsToken, isProduction }: Config, authorization: string | undefined): boolean {
  return metricsToken === undefined ? !isProduction : same(authorization ?? '', `Bearer ${metricsToken}`);
}

/** Compares without telling by the time it takes how much was right. */
function same(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
