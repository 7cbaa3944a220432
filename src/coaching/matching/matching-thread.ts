import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TooSlow } from '../../platform/queue/deadline';
import { Intake, Matched } from './intake.rules';

/** Beside this file, compiled or not; bin/bundle.mjs puts it there, too. */
const thread = join(__dirname, `matching.thread${extname(__filename)}`);

/** Options of Node for the threads. None; specs, which run from the sources, say here how those are read. */
export const howToStart: { execArgv: string[] } = { execArgv: [] };

/** More memory than this no intake needs; a thread that wants it is ended before the process suffers. */
const memory = { maxOldGenerationSizeMb: 512 };

/**
 * Matches an intake in a thread of its own, so that the process goes on answering meanwhile.
 * @throws TooSlow when it takes more than so many milliseconds; the thread is ended. Any error of the thread.
 */
export async function matchInThread(intake: Intake, milliseconds: number): Promise<Matched> {
  // The thread needs nothing of the environment, and no secret of it.
  const worker = new Worker(thread, { workerData: intake, env: {}, resourceLimits: memory, ...howToStart });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Matched>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new TooSlow('the matching', milliseconds));
      }, milliseconds);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`the thread of the matching ended with ${code} before it answered`));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
