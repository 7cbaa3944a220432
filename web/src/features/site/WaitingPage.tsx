import { Badge, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../shared/api/views';
import { useFeatureNames } from '../../shared/plan/names';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { NoShows } from './NoShows';
import { waitingAt } from './reads';
import type { Waiting } from './reads';

/** Who waits for a place, in the order in which places are offered, and who did not come. */
export function WaitingPage() {
  const { t } = useTranslation();
  return (
    <SiteScreen title={t('site.way.waiting')}>
      {(site) => (
        <Stack gap="xl">
          <NoShows site={site} />
          <WaitingList site={site} />
        </Stack>
      )}
    </SiteScreen>
  );
}

function WaitingList({ site }: { site: Site }) {
  const { t } = useTranslation();
  const waiting = useQuery(waitingAt(site.id));
  return (
    <RowSection title={t('site.waiting.title')} count={waiting.data?.length}>
      <Text mb="sm">{t('site.waiting.order')}</Text>
      {waiting.error && !waiting.data && <Failure error={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.isPending && <Skeleton h={120} aria-hidden />}
      {waiting.data?.length === 0 && <Empty scene="desk" title={t('site.waiting.none')} />}
      {waiting.data && waiting.data.length > 0 && (
        <Rows>
          {waiting.data.map((one) => (
            <Entry key={one.id} entry={one} timeZone={site.timeZone} />
          ))}
        </Rows>
      )}
    </RowSection>
  );
}

function Entry({ entry, timeZone }: { entry: Waiting; timeZone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const featureNames = useFeatureNames();
  const span = spanOf(entry);
  const wants = [
    entry.resource?.name ?? t(`site.waiting.any.${entry.kind}`),
    entry.capacity > 1 && t('site.place.seats', { count: entry.capacity }),
    ...featureNames(entry.features),
  ].filter(Boolean);
  return (
    <Row icon={entry.kind} name={entry.fullName ?? entry.id}>
      <Text component="span" fw={650} mr="xs">
        {entry.position !== null && `${entry.position}. `}
        {entry.fullName}
      </Text>
      {entry.status === 'offered' && (
        <Badge size="md" color="yellow" variant="light" tt="none">
          {entry.offerExpiresAt
            ? t('site.waiting.offeredUntil', {
                place: entry.offered?.name ?? '',
                time: words.time(Date.parse(entry.offerExpiresAt), timeZone),
              })
            : t('site.answer.offered', { place: entry.offered?.name ?? '', when: '' })}
        </Badge>
      )}
      <Text>
        {wants.join(' · ')} · {words.fullDate(localDate(span.start, timeZone))}, {words.span(span, timeZone)}
      </Text>
      <Text size="sm" c="dimmed">
        {t('site.waiting.why', {
          used: words.length(entry.usedMinutes),
          since: words.fullDate(localDate(Date.parse(entry.waitingSince), timeZone)),
        })}
      </Text>
    </Row>
  );
}
