import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../time/words';
import type { SessionCharge } from './views';

/** What a session takes from the wallet, and what is left of it then. */
export function SessionCost({ charges }: { charges: SessionCharge[] }) {
  const { t } = useTranslation();
  const words = useWords();
  if (charges.length === 0) return <Text c="dimmed">{t('session.cost.nothing')}</Text>;
  return charges.map(({ month, amount, left }) => (
    <Text key={month} c="dimmed">
      {t('session.cost.takes', { length: words.length(amount) })}{' '}
      {left === null
        ? t('session.cost.unlimited')
        : t('session.cost.left', { length: words.length(Math.max(0, left - amount)), month: words.month(month) })}
    </Text>
  ));
}
