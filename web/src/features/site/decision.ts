/** What can become of a booking that a changed rule would not allow: the mildest first. */
export const treatments = ['exempt', 'rebook', 'apply'] as const;
export type Treatment = (typeof treatments)[number];

/** What can become of a booking that cannot be moved either. */
export const lastResorts = ['exempt', 'apply'] as const;

/** What somebody decides about the bookings in the way of a change, while they decide it. */
export interface Deciding {
  onConflict: Treatment;
  /** Bookings of which something else is to become. */
  choices: Record<string, Treatment>;
  /** What becomes of those that should be moved and for which nothing equal is free. */
  otherwise: (typeof lastResorts)[number];
  /** Whether coaching sessions in the way are called off. */
  callsOff: boolean;
  /** Told to everybody whose booking is cancelled. */
  reason: string;
}

/** Whoever decides nothing hurts nobody. */
export const undecided: Deciding = {
  onConflict: 'exempt',
  choices: {},
  otherwise: 'exempt',
  callsOff: false,
  reason: '',
};

/** Whether somebody is to be moved elsewhere. */
export function moves({ onConflict, choices }: Deciding): boolean {
  return [onConflict, ...Object.values(choices)].includes('rebook');
}

/** Whether somebody loses what they have agreed on, and reads why. */
export function cancels(deciding: Deciding): boolean {
  const { onConflict, choices, otherwise, callsOff } = deciding;
  return (
    callsOff || [onConflict, ...Object.values(choices)].includes('apply') || (moves(deciding) && otherwise === 'apply')
  );
}

/** The decision as the API takes it, with the mark of the preview that was seen. */
export function decided({ onConflict, choices, otherwise, callsOff, reason }: Deciding, seen: string | undefined) {
  return {
    onConflict,
    otherwise,
    choices: Object.entries(choices).map(([bookingId, treatment]) => ({ bookingId, do: treatment })),
    ...(callsOff && { sessions: 'apply' as const }),
    ...(seen !== undefined && { seen }),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}
