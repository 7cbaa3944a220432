/** The stages of a venture in their order. */
export const stages = ['idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'] as const;
export type Stage = (typeof stages)[number];

/** How a venture stands with the public start-up grant. */
export const startUpGrants = ['unknown', 'not_applying', 'waiting', 'decided'] as const;
export type StartUpGrant = (typeof startUpGrants)[number];

export const ventureStatuses = ['active', 'stopped'] as const;
/** A stopped venture is history: it is read and not changed. To stop for good reasons is a result, not a failure. */
export type VentureStatus = (typeof ventureStatuses)[number];

/** The states of a step between stages. */
export const transitionStatuses = ['proposed', 'approved', 'returned'] as const;
export type TransitionStatus = (typeof transitionStatuses)[number];
