/** One broken rule of the house: the law's name and the facts it was judged on. */
export interface Refusal {
  code: string;
  detail: string;
  facts: Record<string, unknown>;
}

/** A place and time that was free when somebody else was faster. */
export interface Alternative {
  resourceId: string;
  name: string;
  start: string;
  end: string;
}

/** One malformed member of a request. */
export interface Flaw {
  pointer: string;
  detail: string;
}

type Fields = Record<string, unknown>;

/** The server said no (RFC 9457). `code` names the law; screens decide by it and never by the sentence. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly refusals: Refusal[] = [],
    readonly alternatives: Alternative[] = [],
    readonly errors: Flaw[] = [],
    /** Seconds to wait before trying again, when the server named them. */
    readonly retryAfter?: number,
    /** Who has something else at that time, when the server said so; never what. */
    readonly who?: string,
    /** What a code is to be shown with, when the password alone is not enough. */
    readonly challenge?: string,
  ) {
    super(detail);
  }

  /** Reads whatever body came with an answer that is not a success; a body that is no problem document is survived. */
  static from(response: Response, body: unknown): Problem {
    const fields = isFields(body) ? body : {};
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    return new Problem(
      response.status,
      text(fields.code) || 'internal',
      text(fields.detail),
      list(fields.refusals, (item) => ({
        code: text(item.code),
        detail: text(item.detail),
        facts: isFields(item.facts) ? item.facts : {},
      })),
      [
        ...list(fields.alternatives, (item) => ({
          resourceId: text(item.resourceId),
          name: text(item.name),
          start: text(item.start),
          end: text(item.end),
        })),
        // Of many dates at once: what could stand in for the place on each that is taken.
        ...list(fields.clashes, ({ substitute, start, end }) => ({
          resourceId: isFields(substitute) ? text(substitute.resourceId) : '',
          name: isFields(substitute) ? text(substitute.name) : '',
          start: text(start),
          end: text(end),
        })).filter(({ resourceId }) => resourceId !== ''),
      ],
      list(fields.errors, (item) => ({ pointer: text(item.pointer), detail: text(item.detail) })),
      Number.isFinite(wait) ? wait : undefined,
      text(fields.who) || undefined,
      text(fields.challenge) || undefined,
    );
  }
}

/** No answer came: no network, a server that is away, or nobody patient enough. What was asked may have happened. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The person left instead of signing in again, or somebody else signed in. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list<T>(value: unknown, read: (item: Fields) => T): T[] {
  return Array.isArray(value) ? value.filter(isFields).map(read) : [];
}
