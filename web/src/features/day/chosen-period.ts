import { createContext } from 'react';
import type { shareOf } from './share';

/**
 * Where the chosen period lies within the day, for the mark in the bar of each place. It goes to the marks and not to a
 * variable of the style sheet above them: a variable is inherited, and the browser would look at all that is under it.
 */
export const ChosenPeriod = createContext<ReturnType<typeof shareOf> | undefined>(undefined);
