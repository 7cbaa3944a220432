/** The name of a pair of a coach and a membership, in the sets of what lies between them. */
export function pairKey(coachId: string, membershipId: string): string {
  return `${coachId} ${membershipId}`;
}
