/** What can become of a booking that a changed rule would not allow: the mildest first. */
export const treatments = ['exempt', 'rebook', 'apply'] as const;
export type Treatment = (typeof treatments)[number];

/** What somebody decides about the bookings in the way of a change, while they decide it. */
export interface Deciding {
  onConflict: Treatment;
  /** Bookings of which something else is to become. */
  choices: Record<string, Treatment>;
  /** Whether coaching sessions in the way are called off. */
  callsOff: boolean;
  /** Told to everybody whose booking is cancelled. */
  reason: string;
}

/** Whoever decides nothing hurts nobody. */
export const undecided: Deciding = { onConflict: 'exempt', choices: {}, callsOff: false, reason: '' };

/** The decision as the API takes it, with the mark of the preview that was seen. */
export function decided({ onConflict, choices, callsOff, reason }: Deciding, seen: string | undefined) {
  return {
    onConflict,
    choices: Object.entries(choices).map(([bookingId, treatment]) => ({ bookingId, do: treatment })),
    ...(callsOff && { sessions: 'apply' as const }),
    ...(seen !== undefined && { seen }),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}
