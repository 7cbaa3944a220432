/**
 * The ways a command can say no. Services throw these and never an HTTP exception; one filter turns them into
 * problem documents (RFC 9457), and jobs meet the same classes.
 */

/** One broken rule: the law's name, a sentence for a person, the facts it was judged on, and what would help. */
export interface Refusal {
  code: string;
  detail: string;
  facts: Record<string, unknown>;
}

/** One malformed member of a request: a JSON pointer and what is wrong there. */
export interface Flaw {
  pointer: string;
  detail: string;
}

/** Base of everything that is expected to go wrong. `code` is the law's name and part of the API. */
export abstract class DomainError extends Error {
  protected constructor(
    readonly code: string,
    detail: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** The request cannot be understood (400). */
export class Malformed extends DomainError {
  constructor(readonly errors: Flaw[]) {
    super('malformed', 'The request is not well formed.', { errors });
  }

  /** Shorthand for one flaw. */
  static at(pointer: string, detail: string): Malformed {
    return new Malformed([{ pointer, detail }]);
  }
}

/** The caller has not shown who they are (401). */
export class Unauthenticated extends DomainError {
  constructor(code = 'unauthenticated', detail = 'Sign in first.', extra: Record<string, unknown> = {}) {
    super(code, detail, extra);
  }
}

/** The caller is known and may not do this (403). `code` names the rule. */
export class Forbidden extends DomainError {
  constructor(code: string, detail: string) {
    super(code, detail);
  }
}

/** There is no such thing, or none that the caller may know of (404). */
export class Missing extends DomainError {
  constructor(what: string) {
    super('missing', `There is no such ${what}.`);
  }
}

/** The thing is not in the state that the command needs, or somebody was faster (409). `code` names the law. */
export class Conflict extends DomainError {
  constructor(code: string, detail: string, extra: Record<string, unknown> = {}) {
    super(code, detail, extra);
  }
}

/** The caller saw an older state of the thing than there is now (412). */
export class Stale extends DomainError {
  constructor(what: string) {
    super('stale', `This ${what} has changed since you read it. Read it again and repeat the change.`);
  }
}

/** The change was sent without saying which state of the thing it is meant for (428). */
export class Unconditional extends DomainError {
  constructor(what: string) {
    super(
      'if_match_required',
      `Send the ETag of the ${what} that you read as If-Match, so that no newer change is lost.`,
    );
  }
}

/** The rules of the house say no (422); every broken rule is named. */
export class Refused extends DomainError {
  constructor(readonly refusals: Refusal[]) {
    super('refused', refusals.map((refusal) => refusal.detail).join(' '), { refusals });
  }
}

/** Too many attempts (429). `retryAfter` is in seconds. */
export class TooMany extends DomainError {
  constructor(
    readonly retryAfter: number,
    detail = 'Too many attempts. Wait a moment and try again.',
    code = 'too_many_requests',
  ) {
    super(code, detail);
  }
}

/** The house is too busy to answer now, and nothing was changed (503). `retryAfter` is in seconds. */
export class Busy extends DomainError {
  constructor(readonly retryAfter = 1) {
    super('busy', 'The service is busy. Nothing was changed; try again in a moment.');
  }
}
