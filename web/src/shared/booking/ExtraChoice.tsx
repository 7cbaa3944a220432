import { ActionIcon, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WantedExtra } from '../api/views';
import type { Span } from '../time/site-time';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { extrasOf } from './reads';

interface Props {
  siteId: string;
  span: Span;
  value: WantedExtra[];
  onChange: (wanted: WantedExtra[]) => void;
  /** What the booking has already: it is not counted as taken by others. */
  had?: WantedExtra[];
}

/** What the site lends with a place, how much of it is left at that time, and how many to take along. */
export function ExtraChoice({ siteId, span, value, onChange, had = [] }: Props) {
  const { t } = useTranslation();
  const extras = useQuery(extrasOf(siteId, span));
  if (extras.error && !extras.data) return <Failure error={extras.error} onRetry={() => void extras.refetch()} />;
  if (!extras.data) return <Skeleton h={44} />;
  if (extras.data.length === 0) return <Text c="dimmed">{t('extra.none')}</Text>;
  const countOf = (list: WantedExtra[], id: string) => list.find(({ extraId }) => extraId === id)?.count ?? 0;

  function take(extraId: string, count: number) {
    const others = value.filter((one) => one.extraId !== extraId);
    onChange(count > 0 ? [...others, { extraId, count }] : others);
  }

  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {extras.data.map((extra) => {
        const count = countOf(value, extra.id);
        const most = (extra.left ?? extra.stock) + countOf(had, extra.id);
        return (
          <Group key={extra.id} component="li" justify="space-between" gap="sm" wrap="nowrap">
            <div>
              <Text fw={600}>{extra.name}</Text>
              <Text size="sm" c="dimmed">
                {most === 0 ? t('extra.noneLeft') : t('extra.left', { count: most })}
              </Text>
            </div>
            <Group gap={6} wrap="nowrap" role="group" aria-label={extra.name}>
              <ActionIcon
                variant="default"
                size="lg"
                radius="xl"
                aria-label={t('extra.fewer', { name: extra.name })}
                disabled={count === 0}
                onClick={() => take(extra.id, count - 1)}
              >
                <Icon name="minus" size={18} />
              </ActionIcon>
              <Text component="output" w={24} ta="center" fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
                {count}
              </Text>
              <ActionIcon
                variant="default"
                size="lg"
                radius="xl"
                aria-label={t('extra.more', { name: extra.name })}
                disabled={count >= most}
                onClick={() => take(extra.id, count + 1)}
              >
                <Icon name="plus" size={18} />
              </ActionIcon>
            </Group>
          </Group>
        );
      })}
    </Stack>
  );
}
