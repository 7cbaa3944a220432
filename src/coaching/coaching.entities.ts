import { availabilityEntities } from './coaches/availability.entity';
import { coachEntities } from './coaches/coach.entity';
import { outsideCalendarEntities } from './coaches/outside-calendar.entity';

/** The tables of coaching, room by room. */
export const coachingEntities = [...coachEntities, ...availabilityEntities, ...outsideCalendarEntities];
