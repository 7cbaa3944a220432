export const applicationStatuses = [
  'draft',
  'submitted',
  'returned',
  'under_review',
  'approved',
  'waitlisted',
  'rejected',
  'withdrawn',
  'expired',
] as const;
/** Where an application stands. `approved`, `rejected`, `withdrawn` and `expired` are final. */
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const consentPurposes = ['public_profile', 'stories', 'newsletter', 'who_is_in', 'research'] as const;
/** What somebody may agree to beside membership, each for itself. */
export type ConsentPurpose = (typeof consentPurposes)[number];

export const outcomes = ['pass', 'fail', 'manual'] as const;
/** What a rule of eligibility says; `manual` leaves it to a person. */
export type Outcome = (typeof outcomes)[number];

export const recommendations = ['approve', 'reject', 'unsure'] as const;
/** What a reviewer would do. */
export type Recommendation = (typeof recommendations)[number];

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
