import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguageName, useTopicName } from '../../shared/coaching/names';
import type { Stage } from '../../shared/coaching/views';
import type { Answers } from '../../shared/api/views';

const laws = [
  'covered_by_membership',
  'coach_not_self',
  'assigned_already',
  'no_conflict_of_interest',
  'never_again',
  'coach_capacity',
  'cleared_for_minors',
  'coach_active',
  'coach_qualified',
  'common_language',
  'serves_site',
  'stage_in_range',
  'no_coach',
  'places_taken',
  'better_in_all',
  'below_floor',
  'taken_back',
  'nobody_to_match',
  'segregation_of_duties',
  'kept_apart',
  'fixed_twice',
  'not_in_this_run',
] as const;

/** Why a pair cannot be, in the language of the screen; a law that this version does not know keeps its name. */
export function lawText(t: TFunction, code: string, otherwise?: string): string {
  const known = laws.find((law) => law === code);
  return known ? t(`assign.law.${known}`) : (otherwise ?? code.replaceAll('_', ' '));
}

interface Names {
  t: TFunction;
  topic: (code: string) => string;
  language: (code: string) => string;
}

const sector = (t: TFunction, code: string) => t(`apply.sector.${code as NonNullable<Answers['sector']>}`);
const stage = (t: TFunction, code: string) => t(`apply.stage.${code as Stage}`);
const topics = ({ topic }: Pick<Names, 'topic'>, list: string) => list.split(', ').map(topic).join(', ');

/** The sentences in which the house explains a part of a score, each with how it is said here. */
const sentences: [RegExp, (names: Names, found: string[]) => string][] = [
  [/^no needs are known$/, ({ t }) => t('assign.because.noNeeds')],
  [
    /^knows nothing of (.+)$/,
    ({ t, ...names }, [, list = '']) => t('assign.because.knowsNot', { topics: topics(names, list) }),
  ],
  [/^knows (.+)$/, ({ t, ...names }, [, list = '']) => t('assign.because.knows', { topics: topics(names, list) })],
  [/^no sector to compare$/, ({ t }) => t('assign.because.noSector')],
  [/^works in (\w+)$/, ({ t }, [, one = '']) => t('assign.because.sector', { sector: sector(t, one) })],
  [
    /^(\w+) is near to (\w+)$/,
    ({ t }, [, near = '', own = '']) =>
      t('assign.because.sectorNear', { near: sector(t, near), sector: sector(t, own) }),
  ],
  [/^does not work in (\w+)$/, ({ t }, [, one = '']) => t('assign.because.sectorNot', { sector: sector(t, one) })],
  [/^(\d+) hours in common/, ({ t }, [, hours = '']) => t('assign.because.hours', { hours })],
  [/^no stage is known$/, ({ t }) => t('assign.because.noStage')],
  [/^works with any stage$/, ({ t }) => t('assign.because.anyStage')],
  [/^works with (\w+)$/, ({ t }, [, one = '']) => t('assign.because.stage', { stage: stage(t, one) })],
  [/^no language in common$/, ({ t }) => t('assign.because.noLanguage')],
  [
    /^([a-z]{2}) at (\w+)$/,
    ({ t, language }, [, code = '', level = '']) =>
      t('assign.because.language', {
        language: language(code),
        level: level === 'native' ? t('assign.because.native') : level.toUpperCase(),
      }),
  ],
  [/^no wishes$/, ({ t }) => t('assign.because.noWishes')],
  [
    /^the founder’s wish number (\d), the coach’s wish number (\d)$/,
    ({ t }, [, founder = '', coach = '']) => t('assign.because.bothWish', { founder, coach }),
  ],
  [/^the founder’s wish number (\d)$/, ({ t }, [, rank = '']) => t('assign.because.founderWish', { rank })],
  [/^the coach’s wish number (\d)$/, ({ t }, [, rank = '']) => t('assign.because.coachWish', { rank })],
];

/** Says why a part of a score is as it is, in the language of the screen. */
export function useBecause(): (because: string) => string {
  const { t } = useTranslation();
  const topic = useTopicName();
  const language = useLanguageName();
  return (because) => {
    for (const [pattern, say] of sentences) {
      const found = pattern.exec(because);
      if (found) return say({ t, topic, language }, [...found]);
    }
    return because;
  };
}
