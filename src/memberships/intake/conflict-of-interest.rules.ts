export const conflictKinds = [
  'employment',
  'family',
  'financial_interest',
  'competitor',
  'supplier_or_client',
  'co_applicant',
  'earlier_complaint',
  'other',
] as const;
/** Why somebody should not judge about somebody. */
export type ConflictKind = (typeof conflictKinds)[number];
