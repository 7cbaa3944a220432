import { useTranslation } from 'react-i18next';
import { useWords } from '../time/words';

/** From when until when a membership runs; from when, while its end is open. */
export function useTerm(): (membership: { startsOn: string; endsOn: string | null }) => string {
  const { t } = useTranslation();
  const words = useWords();
  return ({ startsOn, endsOn }) =>
    endsOn ? words.dates(startsOn, endsOn) : t('membership.begins', { date: words.fullDate(startsOn) });
}
