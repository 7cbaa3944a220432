import { Anchor, Group, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Membership } from '../api/views';
import { useWords } from '../time/words';
import { Balances } from './Balances';
import { walletOf } from './reads';

/** What is left this month, on the way to every line of it. */
export function WalletSummary({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const words = useWords();
  const wallet = useQuery(walletOf(membership.id));
  if (!wallet.data) return null;
  return (
    <section aria-labelledby="left">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="left">
          {t('wallet.title', { month: words.monthOfYear(wallet.data.month) })}
        </Title>
        <Anchor component={Link} to="/membership">
          {t('wallet.every')}
        </Anchor>
      </Group>
      <Paper withBorder radius="lg" p="md">
        <Balances balances={wallet.data.balances} />
      </Paper>
    </section>
  );
}
