export const goalStatuses = ['open', 'reached', 'dropped'] as const;
export type GoalStatus = (typeof goalStatuses)[number];

export const actionItemStatuses = ['open', 'done', 'dropped'] as const;
export type ActionItemStatus = (typeof actionItemStatuses)[number];
