import { Badge, Button, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { AnnounceSheet } from './AnnounceSheet';
import { AnswersSheet } from './AnswersSheet';
import { ConfirmSheet } from './ConfirmSheet';
import { closuresOf, touchedBySite } from './reads';
import type { Closure } from './reads';

/** The days on which a site is closed, those that the calendar of the land proposes, and what they did to bookings. */
export function ClosuresPage() {
  const { t } = useTranslation();
  return <SiteScreen title={t('site.way.closures')}>{(site) => <Closures site={site} />}</SiteScreen>;
}

function Closures({ site }: { site: Site }) {
  const { t } = useTranslation();
  const today = localDate(useNow(), site.timeZone);
  const closures = useQuery(closuresOf(site.id, today));
  const [isAnnouncing, setAnnouncing] = useState(false);
  const [confirmed, setConfirmed] = useState<Closure>();
  const [asked, setAsked] = useState<Closure>();
  const [opened, setOpened] = useState<Closure>();
  const dismissing = useCommand(
    (id: string) => answered(api.DELETE('/api/v1/closures/{id}', { params: { path: { id } } })),
    touchedBySite,
  );
  const of = (status: Closure['status']) => closures.data?.filter((one) => one.status === status) ?? [];
  const [proposed, inForce] = [of('proposed'), of('confirmed')];
  const row = (closure: Closure) => (
    <ClosureRow
      key={closure.id}
      closure={closure}
      isBusy={dismissing.isPending && dismissing.variables === closure.id}
      error={dismissing.variables === closure.id ? dismissing.error : null}
      timeZone={site.timeZone}
      onConfirm={() => setConfirmed(closure)}
      onAnswers={() => setAsked(closure)}
      onDismiss={() => (closure.status === 'confirmed' ? setOpened(closure) : dismissing.mutate(closure.id))}
    />
  );
  return (
    <Stack gap="xl">
      <Group justify="space-between" align="flex-end">
        <Propose site={site} thisYear={Number(today.slice(0, 4))} />
        <Button leftSection={<Icon name="plus" />} onClick={() => setAnnouncing(true)}>
          {t('site.closure.announce')}
        </Button>
      </Group>
      {closures.error && !closures.data && <Failure error={closures.error} onRetry={() => void closures.refetch()} />}
      {closures.isPending && <Skeleton h={200} aria-hidden />}
      {closures.data && proposed.length + inForce.length === 0 && (
        <Empty scene="night" title={t('site.closure.none')} text={t('site.closure.noneText')} />
      )}
      {proposed.length > 0 && (
        <RowSection title={t('site.closure.proposed')} count={proposed.length}>
          <Text mb="sm">{t('site.closure.proposedText')}</Text>
          <Rows>{proposed.map(row)}</Rows>
        </RowSection>
      )}
      {inForce.length > 0 && (
        <RowSection title={t('site.closure.inForce')} count={inForce.length}>
          <Rows>{inForce.map(row)}</Rows>
        </RowSection>
      )}
      <AnnounceSheet site={site} today={today} opened={isAnnouncing} onClose={() => setAnnouncing(false)} />
      <ConfirmSheet site={site} closure={confirmed} onClose={() => setConfirmed(undefined)} />
      <AnswersSheet site={site} closure={asked} onClose={() => setAsked(undefined)} />
      <Sheet opened={opened !== undefined} onClose={() => setOpened(undefined)} title={opened?.reason ?? ''}>
        <Stack>
          <Text>{t('site.closure.openText')}</Text>
          <NotGranted error={dismissing.error} timeZone={site.timeZone} />
          <Group>
            <Button
              loading={dismissing.isPending}
              onClick={() => opened && dismissing.mutate(opened.id, { onSuccess: () => setOpened(undefined) })}
            >
              {t('site.closure.open')}
            </Button>
            <Button variant="default" onClick={() => setOpened(undefined)}>
              {t('action.notNow')}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </Stack>
  );
}

interface ClosureRowProps {
  closure: Closure;
  isBusy: boolean;
  error: unknown;
  timeZone: string;
  onConfirm: () => void;
  onAnswers: () => void;
  onDismiss: () => void;
}

function ClosureRow({ closure, isBusy, error, timeZone, onConfirm, onAnswers, onDismiss }: ClosureRowProps) {
  const { t } = useTranslation();
  const words = useWords();
  const isProposed = closure.status === 'proposed';
  const days = words.dates(closure.startsOn, closure.endsOn);
  return (
    <Row
      icon="moon"
      name={closure.reason}
      below={error ? <NotGranted error={error} timeZone={timeZone} /> : undefined}
      deeds={
        <>
          {isProposed ? (
            <Button size="sm" onClick={onConfirm}>
              {t('site.closure.confirm')}
            </Button>
          ) : (
            <Button size="sm" variant="default" onClick={onAnswers}>
              {t('site.closure.answers')}
            </Button>
          )}
          <Button size="sm" variant="default" loading={isBusy} onClick={onDismiss}>
            {isProposed ? t('site.closure.dismiss') : t('site.closure.open')}
          </Button>
        </>
      }
    >
      <Text fw={650}>{days}</Text>
      <Text>
        {closure.reason}
        {closure.opens && closure.closes
          ? ` · ${t('site.closure.opensOnly', { opens: words.clock(closure.opens), closes: words.clock(closure.closes) })}`
          : ''}
      </Text>
      {closure.source === 'holiday' && (
        <Badge size="md" color="gray" variant="light" tt="none">
          {t('site.closure.holiday')}
        </Badge>
      )}
    </Row>
  );
}

/** Asks the calendar of the land for the holidays of a year. */
function Propose({ site, thisYear }: { site: Site; thisYear: number }) {
  const { t } = useTranslation();
  const [year, setYear] = useState(thisYear + 1);
  const proposing = useCommand((wanted: number) => {
    const params = { path: { id: site.id }, query: { year: wanted } };
    return answered(api.POST('/api/v1/sites/{id}/closures/propose', { params }));
  }, touchedBySite);
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('site.closure.year')}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={[thisYear, thisYear + 1, thisYear + 2].map(String)}
        />
        <Button
          variant="default"
          loading={proposing.isPending}
          onClick={() =>
            proposing.mutate(year, {
              onSuccess: ({ items }) =>
                notifications.show({ message: t('site.closure.found', { count: items.length, year }) }),
            })
          }
        >
          {t('site.closure.propose')}
        </Button>
      </Group>
      {proposing.error && <NotGranted error={proposing.error} timeZone={site.timeZone} />}
    </div>
  );
}
