import { Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../time/words';
import { isKind, kinds, useAmounts } from './allowances';

interface Props {
  plan: {
    allowances: { kind: string; amount: number | null; shared?: boolean }[];
    termMonths: number;
    maxRenewals: number;
    totalMonths: number;
    noticeDays: number;
    access?: 'opening_hours' | 'evenings' | 'all_day';
    eveningCloses?: string | null;
  };
}

/** What a plan includes and how long it runs, in plain words. */
export function PlanFacts({ plan }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const amount = useAmounts();
  const place = (kind: string) => (isKind(kind) ? kinds.indexOf(kind) : kinds.length);
  const ordered = plan.allowances.toSorted((a, b) => place(a.kind) - place(b.kind));
  return (
    <List spacing={4}>
      {ordered.map(({ kind, amount: most, shared }) =>
        !isKind(kind) ? null : (
          <List.Item key={kind}>
            {shared
              ? t('plan.sharedKind', { kind: t(`wallet.kind.${kind}`) })
              : most === null
                ? t('plan.asYouLike', { kind: t(`wallet.kind.${kind}`) })
                : t('plan.aMonth', { kind: t(`wallet.kind.${kind}`), amount: amount(kind, most) })}
          </List.Item>
        ),
      )}
      {plan.access && (
        <List.Item>
          {plan.access === 'evenings' && plan.eveningCloses
            ? t('plan.until', { time: words.clock(plan.eveningCloses) })
            : t(`plan.access.${plan.access}`)}
        </List.Item>
      )}
      <List.Item>
        {t('plan.term', { months: plan.termMonths })}{' '}
        {plan.maxRenewals === 0
          ? t('plan.noRenewal')
          : t('plan.renewal', { count: plan.maxRenewals, months: plan.totalMonths })}
      </List.Item>
      <List.Item>{t('plan.notice', { days: plan.noticeDays })}</List.Item>
    </List>
  );
}

/** What a plan costs, and what the same would cost without support. */
export function Price({ plan }: { plan: { priceCents: number; normalPriceCents: number } }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Group gap="xs" align="baseline">
      <Text fw={650} size="lg">
        {plan.priceCents === 0 ? t('plan.free') : t('plan.price', { price: words.money(plan.priceCents) })}
      </Text>
      {plan.normalPriceCents > plan.priceCents && (
        <Text c="dimmed" size="sm">
          {t('plan.normally', { price: words.money(plan.normalPriceCents) })}
        </Text>
      )}
    </Group>
  );
}
