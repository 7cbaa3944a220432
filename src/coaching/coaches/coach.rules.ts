import { LanguageLevel, languageLevels } from '../../memberships/intake/answers.rules';

/** Whether a coach takes new people and sessions. */
export const coachStatuses = ['active', 'away'] as const;
export type CoachStatus = (typeof coachStatuses)[number];

/** A language by its code of two letters, and how well somebody speaks it. */
export interface SpokenLanguage {
  code: string;
  level: LanguageLevel;
}

/** The level from which on two people can work together in a language. */
export const workingLevel: LanguageLevel = 'B2';

/** Levels at which somebody can work in a language. */
export const workingLevels: readonly LanguageLevel[] = languageLevels.slice(languageLevels.indexOf(workingLevel));

/** The weaker of two levels: what two people can expect of a conversation. */
export function weakerLevel(one: LanguageLevel, other: LanguageLevel): LanguageLevel {
  return languageLevels[Math.min(languageLevels.indexOf(one), languageLevels.indexOf(other))] ?? one;
}

/** The language in which two people understand each other best, when they share any; of equal ones the first by code. */
export function commonLanguage(
  some: readonly SpokenLanguage[],
  others: readonly SpokenLanguage[],
): SpokenLanguage | undefined {
  const shared = some.flatMap(({ code, level }) => {
    const other = others.find((each) => each.code === code);
    return other ? [{ code, level: weakerLevel(level, other.level) }] : [];
  });
  const rank = ({ level }: SpokenLanguage) => languageLevels.indexOf(level);
  return shared.sort((a, b) => rank(b) - rank(a) || (a.code < b.code ? -1 : 1))[0];
}
