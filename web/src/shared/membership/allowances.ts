import { useTranslation } from 'react-i18next';
import type { AllowanceKind } from '../api/views';
import { useWords } from '../time/words';

/** The kinds of allowance in the order in which people ask for them. */
export const kinds: AllowanceKind[] = ['desk_days', 'room_minutes', 'coaching_minutes'];

/** How amounts of an allowance are said: days in days, minutes in hours; null is as much as one likes. */
export function useAmounts(): (kind: AllowanceKind, amount: number | null) => string {
  const { t } = useTranslation();
  const words = useWords();
  return (kind, amount) => {
    if (amount === null) return t('wallet.unlimited');
    return kind === 'desk_days' ? t('wallet.days', { count: amount }) : words.length(amount);
  };
}

/** Whether a kind is one that the screens have words for. */
export function isKind(kind: string): kind is AllowanceKind {
  return (kinds as string[]).includes(kind);
}
