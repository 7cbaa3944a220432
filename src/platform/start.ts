import type { Logger } from 'pino';
import { Config, ConfigError, readConfig } from './config/config';
import { DatabaseUnusable } from './database/migrate';
import { NoPrograms } from './database/embedded-postgres-programs';
import { createLogger } from './logging/logger';
import { AlreadyOwned } from './owner-lock';
import { Shutdown } from './shutdown';

/** A start that cannot succeed, said in one sentence. */
export class CannotStart extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CannotStart';
  }
}

const expected = [ConfigError, DatabaseUnusable, NoPrograms, AlreadyOwned, CannotStart];

/** What a door has in hand while it opens. */
export interface Opening {
  config: Config;
  logger: Logger;
  shutdown: Shutdown;
  /** Tells the person at the terminal one line; the log is for machines. */
  say: (line: string) => void;
}

/**
 * Opens a door: reads the configuration, watches for signals and runs the rest. Whatever goes wrong before the end of
 * `open` closes what had been opened and ends the process with a sentence on the error output and code 1.
 */
export async function startProcess(open: (opening: Opening) => Promise<void>): Promise<void> {
  let shutdown: Shutdown | undefined;
  try {
    const config = readConfig();
    const logger = createLogger(config);
    shutdown = new Shutdown(logger);
    shutdown.watch();
    await open({ config, logger, shutdown, say: (line) => void process.stdout.write(`${line}\n`) });
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    if (shutdown) await shutdown.run('the start failed', 1);
    process.exit(1);
  }
}

function sentenceFor(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program; stop that one, or choose another port with PORT.`;
  }
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on port ${port}; choose another with PORT.`;
  if (code === 'EADDRNOTAVAIL') return 'HOST names an address that this machine does not have.';
  return `Business Oasis could not start. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
