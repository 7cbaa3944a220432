import { STATUS_CODES } from 'node:http';
import {
  Busy,
  Conflict,
  DomainError,
  Forbidden,
  Malformed,
  Missing,
  Refused,
  Stale,
  TooMany,
  Unauthenticated,
  Unconditional,
} from '../../kernel/errors';

/** A problem document (RFC 9457) with the members that every refusal of this API carries. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  requestId: string;
  [extra: string]: unknown;
}

const statuses: [new (...args: never[]) => DomainError, number][] = [
  [Malformed, 400],
  [Unauthenticated, 401],
  [Forbidden, 403],
  [Missing, 404],
  [Conflict, 409],
  [Stale, 412],
  [Refused, 422],
  [Unconditional, 428],
  [TooMany, 429],
  [Busy, 503],
];

/** The status that a domain error is answered with. */
export function statusOf(error: DomainError): number {
  return statuses.find(([kind]) => error instanceof kind)?.[1] ?? 500;
}

const codes: Record<number, string> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'missing',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'too_slow',
  413: 'too_large',
  414: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  431: 'too_large',
  503: 'busy',
};

const sentences: Record<number, string> = {
  400: 'The request is not well formed.',
  404: 'There is nothing here.',
  405: 'This method is not known here.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large; at most 100 KiB are read.',
  414: 'The address is too long.',
  415: 'Send the body as application/json.',
  429: 'Too many requests. Wait a moment and try again.',
  431: 'The headers of the request are too large.',
  503: 'The service is busy. Nothing was changed; try again in a moment.',
};

/** The problem document for a status that no domain error stands behind. */
export function plainProblem(status: number, instance: string, requestId: string): Problem {
  const internal = status >= 500 && status !== 503;
  return {
    type: `urn:oasis:problem:${internal ? 'internal' : (codes[status] ?? 'malformed')}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: internal
      ? 'Something went wrong on our side. It was written down.'
      : (sentences[status] ?? sentences[400] ?? ''),
    instance,
    code: internal ? 'internal' : (codes[status] ?? 'malformed'),
    requestId,
  };
}

/** The problem document for a domain error. */
export function problemOf(error: DomainError, instance: string, requestId: string): Problem {
  const status = statusOf(error);
  return {
    // First, so that nothing a refusal adds can replace a member that every problem has.
    ...error.extra,
    type: `urn:oasis:problem:${error.code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: error.message,
    instance,
    code: error.code,
    requestId,
  };
}
