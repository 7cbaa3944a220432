import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Failure } from '../ui/Failure';
import { Refusals } from '../ui/Refusals';

/** Why something about a membership was not granted: every law that objects, or what else went wrong. */
export function NotGranted({ error, timeZone }: { error: unknown; timeZone: string }) {
  const { t } = useTranslation();
  if (!error) return null;
  return error instanceof Problem && error.refusals.length > 0 ? (
    <Refusals refusals={error.refusals} timeZone={timeZone} title={t('refusal.notLikeThis')} />
  ) : (
    <Failure error={error} />
  );
}
