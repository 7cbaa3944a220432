import { createPostgresBackend, isNotConnectionError, PostgresQueueBackend } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a worker takes breath after its database has failed it, in milliseconds. */
const breath = 1_000;

/**
 * BullMQ's own back end on PostgreSQL, but one that gets over a database which was away or busy at the wrong moment.
 * Theirs keeps a first connection that failed as its answer for good, and its workers, which wait after a refused
 * connection only, ask again without a pause in which anything else of the process could run.
 */
export function steadyBackend(...making: Parameters<typeof createPostgresBackend>): PostgresQueueBackend {
  const backend = createPostgresBackend(...making);
  forgetFailures(backend);
  forgetFailures(backend.connection);
  const moveToActive = backend.moveToActive.bind(backend);
  backend.moveToActive = (...asked) =>
    moveToActive(...asked).catch(async (error: unknown) => {
      if (isNotConnectionError(error as Error)) await pause(breath);
      throw error;
    });
  return backend;
}

/** Has something asked anew whether it is ready after it was not. */
function forgetFailures(waiting: { waitUntilReady(): Promise<void> }): void {
  const waitUntilReady = waiting.waitUntilReady.bind(waiting);
  waiting.waitUntilReady = async () => {
    try {
      await waitUntilReady();
    } catch (error) {
      Object.assign(waiting, { readyPromise: undefined });
      throw error;
    }
  };
}
