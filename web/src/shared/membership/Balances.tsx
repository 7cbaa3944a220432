import { Group, Progress, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Balance } from '../api/views';
import { kinds, useAmounts } from './allowances';

/** What is left of each allowance of a month: as words, and as a bar for the eye. */
export function Balances({ balances }: { balances: Balance[] }) {
  const { t } = useTranslation();
  const amount = useAmounts();
  const ordered = balances.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  return (
    <SimpleGrid component="ul" p={0} m={0} cols={{ base: 1, sm: Math.min(3, Math.max(1, ordered.length)) }}>
      {ordered.map((one) => (
        <li key={`${one.kind} ${one.visiting}`} style={{ listStyle: 'none' }} data-balance={one.kind}>
          <Text c="dimmed" size="sm">
            {t(`wallet.kind.${one.kind}`)}
            {one.visiting && ` · ${t('wallet.visiting')}`}
            {one.shared && ` · ${t('wallet.shared')}`}
          </Text>
          <Text fw={650} size="lg">
            {one.left === null ? t('wallet.unlimited') : t('wallet.left', { amount: amount(one.kind, one.left) })}
          </Text>
          {one.granted !== null && one.granted > 0 && (
            <Progress value={((one.left ?? 0) / one.granted) * 100} aria-hidden my={6} />
          )}
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              {t('wallet.used', { amount: amount(one.kind, one.used) })}
              {one.held > 0 && ` · ${t('wallet.held', { amount: amount(one.kind, one.held) })}`}
              {one.granted !== null && ` · ${t('wallet.of', { amount: amount(one.kind, one.granted) })}`}
            </Text>
          </Group>
        </li>
      ))}
    </SimpleGrid>
  );
}
