import { Registry } from 'prom-client';

/** The one registry that /metrics prints. */
export const registry = new Registry();
