import { Anchor, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import type { Series } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { mySeries } from './reads';
import { useRuleWords } from './rule-words';

/** One's own series. */
export function SeriesListPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const series = useQuery(mySeries(person.id));
  const add = (
    <Button component={Link} to="/series/new" leftSection={<Icon name="plus" size={18} />}>
      {t('series.new')}
    </Button>
  );
  return (
    <Page title={t('series.title')} below={t('series.what')} beside={series.data?.length ? add : undefined}>
      {series.error && !series.data && <Failure error={series.error} onRetry={() => void series.refetch()} />}
      {series.isPending && <Skeleton h={90} />}
      {series.data?.length === 0 && (
        <Empty scene="desk" title={t('series.none')} text={t('series.noneText')}>
          {add}
        </Empty>
      )}
      <Stack gap="sm">
        {series.data?.map((one) => (
          <One key={one.id} series={one} now={now} />
        ))}
      </Stack>
    </Page>
  );
}

function One({ series, now }: { series: Series; now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const ruleWords = useRuleWords();
  const ahead = series.bookings.filter(
    (one) => ['requested', 'confirmed', 'checked_in'].includes(one.status) && spanOf(one).end > now,
  );
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={series.resource.name}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Text component="span" c={ahead.length > 0 ? 'var(--mantine-color-anchor)' : 'dimmed'} lh={0} mt={2}>
          <Icon name="repeat" size={26} />
        </Text>
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={`/series/${series.id}`} fw={650} c="inherit" underline="hover">
            {series.title ?? series.resource.name}
          </Anchor>
          <Text>
            {series.title && `${series.resource.name} · `}
            {ruleWords(series.rule, series.firstDate)} · {words.clock(series.startTime)}–{words.clock(series.endTime)}
          </Text>
          <Text size="sm" c="dimmed">
            {ahead.length > 0 ? t('series.ahead', { count: ahead.length }) : t('series.over')}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
