import { feedbackEntities } from './feedback.entity';
import { goalEntities } from './goal.entity';
import { noteEntities } from './note.entity';

/** The tables of the work between sessions. */
export const followUpEntities = [...noteEntities, ...goalEntities, ...feedbackEntities];
