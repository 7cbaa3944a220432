import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Charge } from '../api/views';
import { useWords } from '../time/words';

/** What a booking would take from the wallet, and what would be left of it. */
export function Charges({ charges }: { charges: Charge[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const uses = ({ kind, amount }: Charge) =>
    kind === 'desk_days'
      ? t('book.uses.deskDays', { count: amount })
      : t('book.uses.time', { length: words.length(amount) });
  const left = ({ kind, leftAfter, month }: Charge) => {
    if (leftAfter === null) return t('book.left.unlimited');
    const named = { month: words.month(month) };
    return kind === 'desk_days'
      ? t('book.left.deskDays', { count: leftAfter, ...named })
      : t('book.left.time', { length: words.length(leftAfter), ...named });
  };
  return charges.map((charge) => (
    <Text key={`${charge.kind} ${charge.month}`} c="dimmed">
      {uses(charge)} {left(charge)}
    </Text>
  ));
}
