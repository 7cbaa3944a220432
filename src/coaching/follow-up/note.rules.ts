import { Rule } from '../../kernel/refusal';

export const noteVisibilities = ['private', 'shared'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** As long as a note may be, and as short as the reason for breaking the glass may not be. */
export const longestNote = 20_000;
export const shortestReason = 20;

/** What is shared has been read; it cannot be taken back. */
export const noteVisibility: Rule<{ before: NoteVisibility; after: NoteVisibility }> = {
  name: 'note_visibility',
  judge: ({ before, after }) =>
    before === 'shared' && after === 'private'
      ? { detail: 'A note that is shared stays shared.', facts: { visibility: before } }
      : undefined,
};
