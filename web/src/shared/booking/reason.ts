import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';

type Why = Pick<components['schemas']['BookingView'], 'reason' | 'because'>;

/** Why something was called off or declined: in the words of a person, or the reason of the house in one's language. */
export function useReason(): (why: Why) => string | null {
  const { t } = useTranslation();
  return ({ reason, because }) => reason ?? (because && t(`houseReason.${because}`));
}
