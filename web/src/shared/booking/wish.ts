import type { Kind } from '../api/views';
import type { Span } from '../time/site-time';

/** What somebody is about to book: a place they picked, or any that is free. */
export interface Wish {
  date: string;
  span: Span;
  kind: Kind;
  /** The place; left out, the house chooses a free one. */
  resource?: { id: string; name: string; capacity?: number; needsApproval?: boolean };
}
