export const consentPurposes = ['public_profile', 'stories', 'newsletter', 'who_is_in', 'research'] as const;
/** What somebody may agree to beside membership, each for itself and never as its condition. */
export type ConsentPurpose = (typeof consentPurposes)[number];
