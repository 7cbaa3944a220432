import type { Stage } from '../../shared/coaching/views';

/** The stages of a venture in their order. */
export const order: readonly Stage[] = ['idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'];
