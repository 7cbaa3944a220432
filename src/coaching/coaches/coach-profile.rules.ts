import { Rule } from '../../kernel/refusal';
import { SpokenLanguage } from './coach.rules';

/** What a coach's profile is judged on. */
export interface ProfileCase {
  /** Where the coach wants to meet people, and where the coach holds the role. */
  sites: readonly string[];
  coachesAt: readonly string[];
  languages: readonly SpokenLanguage[];
  expertise: readonly { topic: string }[];
  capacity: number;
}

const coachOfSite: Rule<ProfileCase> = {
  name: 'coach_of_site',
  judge: ({ sites, coachesAt }) => {
    const strange = sites.filter((id) => !coachesAt.includes(id));
    return strange.length === 0
      ? undefined
      : { detail: 'You can meet people only where you are a coach.', facts: { sites: strange, coachesAt } };
  },
};

const eachOnce: Rule<ProfileCase> = {
  name: 'each_once',
  judge: ({ languages, expertise }) => {
    const twice = [...repeated(languages.map(({ code }) => code)), ...repeated(expertise.map(({ topic }) => topic))];
    return twice.length === 0
      ? undefined
      : { detail: 'Name each language and each topic once.', facts: { repeated: twice } };
  },
};

const halfPlaces: Rule<ProfileCase> = {
  name: 'half_places',
  judge: ({ capacity }) =>
    Number.isInteger(capacity * 2)
      ? undefined
      : { detail: 'Places are counted in halves.', facts: { capacity, step: 0.5 } },
};

/** The rules of what a coach says about coaching. */
export const profileRules: readonly Rule<ProfileCase>[] = [coachOfSite, eachOnce, halfPlaces];

/** The words that a list has more than once. */
export function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
