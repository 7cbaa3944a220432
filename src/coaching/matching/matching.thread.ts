import { parentPort, workerData } from 'node:worker_threads';
import { Intake, match } from './intake.rules';

// The other end of matching-thread.ts: computes and says the answer. Nothing else is known here, not even a database.
parentPort?.postMessage(match(workerData as Intake));
