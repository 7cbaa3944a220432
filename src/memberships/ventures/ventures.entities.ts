import { Company } from './company.entity';
import { Milestone, StageTransition } from './stage.entity';
import { Venture, VentureMember } from './venture.entity';

/** The tables of ventures. */
export const venturesEntities = [Venture, VentureMember, StageTransition, Milestone, Company];
