import { Acceptance, Membership } from './membership.entity';
import { Pause } from './pause.entity';
import { RenewalRequest } from './renewal-request.entity';
import { Benefit, MembershipTerm } from './term.entity';

/** The tables of memberships and their terms. */
export const termsEntities = [Membership, Acceptance, MembershipTerm, Pause, RenewalRequest, Benefit];
