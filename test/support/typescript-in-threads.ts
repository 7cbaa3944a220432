import { join } from 'node:path';
import { howToStart } from '../../src/coaching/matching/matching-thread';

/** Lets the threads of matching, which start from the sources in specs, read TypeScript as Jest does in the spec. */
export function typescriptInThreads(): void {
  howToStart.execArgv = ['--require', join(__dirname, 'typescript-in-threads.cjs')];
}
