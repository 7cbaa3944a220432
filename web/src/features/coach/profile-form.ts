import type { CoachProfile } from '../../shared/coaching/coach-reads';
import type { Coach, Topic } from '../../shared/coaching/views';

export type Level = CoachProfile['expertise'][number]['level'];
export type LanguageLevel = CoachProfile['languages'][number]['level'];

/** What a coach fills in. Expertise by topic, so that each topic has one level. */
export interface ProfileValues {
  isAway: boolean;
  headline: string;
  about: string;
  expertise: Partial<Record<Topic, { level: Level; evidence: string }>>;
  languages: { code: string; level: LanguageLevel }[];
  sectors: string[];
  stages: string[];
  sites: string[];
  remote: boolean;
  remoteLink: string;
  capacity: number | string;
}

export const languageLevels: readonly LanguageLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'];
export const levels: readonly Level[] = ['knows', 'practised', 'expert'];

/** Languages that are offered by name; any other can be there already. */
export const usualLanguages = [
  'fi',
  'sv',
  'en',
  'ru',
  'et',
  'de',
  'fr',
  'es',
  'uk',
  'ar',
  'zh',
  'fa',
  'so',
  'vi',
  'tr',
];

/** The form as it begins: what was said before, or nothing yet. */
export function valuesOf(profile: Coach | null): ProfileValues {
  return {
    isAway: profile?.status === 'away',
    headline: profile?.headline ?? '',
    about: profile?.about ?? '',
    expertise: Object.fromEntries(
      (profile?.expertise ?? []).map(({ topic, level, evidence }) => [topic, { level, evidence }]),
    ),
    languages: profile?.languages ?? [],
    sectors: profile?.sectors ?? [],
    stages: profile?.stages ?? [],
    sites: profile?.sites ?? [],
    remote: profile?.remote ?? true,
    remoteLink: profile?.remoteLink ?? '',
    capacity: profile?.capacity ?? 3,
  };
}

/** The profile that the form asks for; what other screens edit stays as it is. */
export function bodyOf(values: ProfileValues, profile: Coach | null): CoachProfile {
  const expertise = Object.entries(values.expertise).map(([topic, { level, evidence }]) => ({
    topic: topic as Topic,
    level,
    evidence: evidence.trim(),
  }));
  return {
    status: values.isAway ? 'away' : 'active',
    headline: values.headline.trim(),
    about: values.about.trim(),
    expertise,
    languages: values.languages.map(({ code, level }) => ({ code, level })),
    sectors: values.sectors as CoachProfile['sectors'],
    stages: values.stages as CoachProfile['stages'],
    sites: values.sites,
    remote: values.remote,
    remoteLink: values.remoteLink.trim() || null,
    capacity: Number(values.capacity),
    minimumNoticeMinutes: profile?.minimumNoticeMinutes,
    bufferMinutes: profile?.bufferMinutes,
    longestDayMinutes: profile?.longestDayMinutes,
  };
}
