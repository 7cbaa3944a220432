import { QueryFailedError } from 'typeorm';

/** What the PostgreSQL driver reports beside the message. */
interface DriverError {
  code?: string;
  constraint?: string;
}

/** The SQLSTATE of a database error, or undefined when the error has none (a broken connection, for example). */
export function sqlState(error: unknown): string | undefined {
  const driver = error instanceof QueryFailedError ? (error.driverError as DriverError) : (error as DriverError | null);
  const code = driver?.code;
  // Each has a digit; EPIPE, which a broken pipe is called, has five capitals and none.
  return typeof code === 'string' && /^(?=\D*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

const violations = new Set(['23P01', '23505', '23503', '23514', '23502']);

/** The name of the constraint that refused a write, or undefined when it was something else. */
export function violatedConstraint(error: unknown): string | undefined {
  const code = sqlState(error);
  if (code === undefined || !violations.has(code)) return undefined;
  const driver = error instanceof QueryFailedError ? (error.driverError as DriverError) : (error as DriverError);
  return driver.constraint;
}

/** Deadlock or serialisation failure: the whole transaction may be run again. */
export function isWorthRepeating(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40P01' || code === '40001';
}

const broken =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|not queryable|already released|connection error/i;

/**
 * The database did not answer in time, went away or has no room left: lock and statement time-outs, a stopping or
 * starting server, no free connection, a full disk, a database that can only be read, a broken link. Whether a commit under way took place is then unknown, so the client should repeat.
 */
export function isBusy(error: unknown): boolean {
  const code = sqlState(error);
  if (code !== undefined) {
    return (
      code === '55P03' ||
      code === '57014' ||
      code.startsWith('57P') ||
      code.startsWith('08') ||
      code.startsWith('53') ||
      code === '25P03' ||
      code === '25006'
    );
  }
  const text = error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : '';
  return broken.test(text);
}
