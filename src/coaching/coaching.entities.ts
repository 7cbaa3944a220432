import { assignmentEntities } from './assignments/assignment.entity';
import { availabilityEntities } from './coaches/availability.entity';
import { coachEntities } from './coaches/coach.entity';
import { outsideCalendarEntities } from './coaches/outside-calendar.entity';
import { followUpEntities } from './follow-up/follow-up.entities';
import { matchingEntities } from './matching/matching.entity';
import { coachingSessionEntities } from './sessions/session.entity';

/** The tables of coaching, room by room. */
export const coachingEntities = [
  ...assignmentEntities,
  ...matchingEntities,
  ...coachEntities,
  ...availabilityEntities,
  ...outsideCalendarEntities,
  ...coachingSessionEntities,
  ...followUpEntities,
];
