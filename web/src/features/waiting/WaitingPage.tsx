import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { WaitingEntry } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { WaitingOffer } from '../../shared/booking/OfferCards';
import { useStopWaiting } from '../../shared/booking/offers';
import { myWaiting } from '../../shared/booking/reads';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

/** What one waits for, at which place in the line, and what is held for an answer. */
export function WaitingPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const entries = useQuery(myWaiting(person.id));
  const offered = entries.data?.filter(({ status }) => status === 'offered') ?? [];
  const waiting = entries.data?.filter(({ status }) => status === 'waiting') ?? [];
  return (
    <Page title={t('waiting.title')} below={t('waiting.how')}>
      {entries.error && !entries.data && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton h={110} />}
      {entries.data?.length === 0 && (
        <Empty scene="desk" title={t('waiting.none')} text={t('waiting.noneText')}>
          <Button component={Link} to="/day" mt="sm">
            {t('home.seeDay')}
          </Button>
        </Empty>
      )}
      <Stack gap="xl">
        {offered.length > 0 && (
          <section aria-labelledby="offered">
            <Title order={2} id="offered" mb="sm">
              {t('waiting.offers')}
            </Title>
            <Stack gap="sm">
              {offered.map((entry) => (
                <WaitingOffer key={entry.id} entry={entry} />
              ))}
            </Stack>
          </section>
        )}
        {waiting.length > 0 && (
          <section aria-labelledby="in-line">
            <Title order={2} id="in-line" mb="sm">
              {t('waiting.inLine')}
            </Title>
            <Stack gap="sm">
              {waiting.map((entry) => (
                <Waiting key={entry.id} entry={entry} />
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </Page>
  );
}

function Waiting({ entry }: { entry: WaitingEntry }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const house = useQuery(sites);
  const site = house.data?.find(({ id }) => id === entry.siteId);
  const stopping = useStopWaiting();
  const span = spanOf(entry);
  const name = entry.resource?.name ?? t(`book.any.${entry.kind}`);
  const day = localDate(span.start, entry.timeZone);
  const there = new URLSearchParams({ ...(site && { site: site.slug }), date: day });
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap" style={{ minWidth: 0, flex: '1 1 15rem' }}>
          <Text component="span" c="var(--mantine-color-anchor)" mt={2} lh={0}>
            <Icon name={entry.kind} size={26} />
          </Text>
          <div>
            <Text fw={650}>{name}</Text>
            <Text>
              {words.day(day, localDate(now, entry.timeZone))}, <Clocks span={span} timeZone={entry.timeZone} />
            </Text>
            {site && (
              <Text size="sm" c="dimmed">
                {siteName(site)}
              </Text>
            )}
            <Text size="sm" mt={4}>
              {entry.position === 1 ? t('waiting.next') : t('waiting.position', { position: entry.position ?? 1 })}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          <Button component={Link} to={`/day?${there.toString()}`} size="sm" variant="default">
            {t('waiting.seeDay')}
          </Button>
          <Button
            size="sm"
            variant="default"
            loading={stopping.isPending}
            onClick={() =>
              stopping.mutate(entry.id, {
                onSuccess: () => notifications.show({ message: t('waiting.left', { place: name }) }),
              })
            }
          >
            {t('waiting.leave')}
          </Button>
        </Group>
      </Group>
      {stopping.error && <Failure error={stopping.error} />}
    </Paper>
  );
}
