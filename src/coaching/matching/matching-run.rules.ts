export const runGoals = ['coverage', 'score'] as const;
/** `coverage`: as many as possible get a coach; `score`: only pairs that fit well, and the best of those. */
export type RunGoal = (typeof runGoals)[number];

export const runStatuses = ['queued', 'running', 'draft', 'published', 'discarded', 'failed'] as const;
/** A run is asked for, computed, read and edited as a draft, and published or thrown away. */
export type RunStatus = (typeof runStatuses)[number];

/** What can happen to a run. What is not in this table cannot happen. */
export const runTransitions = {
  begin: { from: ['queued', 'running'], to: 'running' },
  finish: { from: ['running'], to: 'draft' },
  fail: { from: ['queued', 'running'], to: 'failed' },
  edit: { from: ['draft'], to: 'draft' },
  publish: { from: ['draft'], to: 'published' },
  discard: { from: ['queued', 'running', 'draft', 'failed'], to: 'discarded' },
} as const satisfies Record<string, { from: readonly RunStatus[]; to: RunStatus }>;
export type RunEvent = keyof typeof runTransitions;

/** The longest that a run may compute, in milliseconds; then its thread is ended. */
export const longestComputation = 10_000;

/** After so many minutes without an end a run is taken for dead: its process is gone, whatever happened to it. */
export const deadAfterMinutes = 2;

/** How often a run is begun at most. */
export const mostAttempts = 3;

/** How many alternates each entrepreneur keeps. */
export const alternatesKept = 2;

/** Most memberships of one run. */
export const mostMemberships = 1000;
