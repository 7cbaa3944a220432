import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { Config } from '../config/config';

/** Members that hold secrets wherever they turn up. */
const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'token', 'accessToken', 'refreshToken', 'secret'];

/** What of an error goes into the log. The values of a failed statement do not: they are people's. */
function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const cause = error.cause === undefined ? undefined : described(error.cause);
  return { type: error.name, message: error.message, stack: error.stack, code, constraint, table, cause };
}

/** The log of the process: one JSON object a line, on the standard output unless it is to go elsewhere. */
export function createLogger(config: Config, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: described },
      redact: {
        paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '(kept out)',
      },
    },
    destination,
  );
}

/** Nest's own words and those of services' loggers, in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest announces every module and route as it starts: worth having only when somebody looks for something.
    const context = contextOf(rest);
    this.write(isChatter(context) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = contextOf(rest);
    const stack = rest.find((part) => typeof part === 'string' && part.includes('\n    at '));
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    // The form of pino, facts before words: `log.warn({ err, bookingId }, 'a booking could not be closed')`.
    else if (typeof message === 'object' && message !== null)
      this.logger[level]({ context, ...message }, rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined);
    else this.logger[level]({ context, stack }, typeof message === 'string' ? message : JSON.stringify(message));
  }
}

const chatter = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

function isChatter(context: string | undefined): boolean {
  return context !== undefined && chatter.has(context);
}

/** Nest hands the name of the speaker over as the last text. */
function contextOf(rest: unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : undefined;
}
