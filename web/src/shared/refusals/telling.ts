import type { TFunction } from 'i18next';
import type { Refusal } from '../api/problem';
import type { Span } from '../time/site-time';
import type { Words } from '../time/words';

/** A refusal in words. */
export interface Sentence {
  why: string;
  /** What would make it possible. */
  remedy?: string;
  /** A time to try instead, when the facts name one. */
  instead?: Span;
}

/** What a refusal is told from. */
export interface Telling {
  t: TFunction;
  words: Words;
  timeZone: string;
  facts: Refusal['facts'];
  /** What was asked for. */
  wish: Span | undefined;
}

/** A number among the facts. */
export function number(fact: unknown, otherwise: number): number {
  return typeof fact === 'number' ? fact : otherwise;
}
