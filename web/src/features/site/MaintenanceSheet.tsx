import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows } from '../../shared/site/Rows';
import { instantAt } from '../../shared/time/local-instant';
import { instant, localDate, plusDays, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Sheet } from '../../shared/ui/Sheet';
import { AffectedBookings } from './Affected';
import { maintenanceOf, touchedBySite } from './reads';
import type { Place } from './reads';

interface Props {
  site: Site;
  place: Place | undefined;
  onClose: () => void;
}

/** When a place is out of service, and a new period of it with the bookings that it would hit. */
export function MaintenanceSheet({ place, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      opened={place !== undefined}
      onClose={rest.onClose}
      title={t('site.maintenance.title', { place: place?.name ?? '' })}
    >
      {place && (
        <Stack key={place.id} gap="lg">
          <Known place={place} timeZone={rest.site.timeZone} />
          <Form place={place} {...rest} />
        </Stack>
      )}
    </Sheet>
  );
}

function Known({ place, timeZone }: { place: Place; timeZone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const known = useQuery(maintenanceOf(place.id));
  const ending = useCommand(
    (id: string) => answered(api.DELETE('/api/v1/maintenance/{id}', { params: { path: { id } } })),
    touchedBySite,
  );
  if (!known.data || known.data.length === 0) return null;
  return (
    <Rows>
      {known.data.map((one) => (
        <Row
          key={one.id}
          icon="gear"
          name={one.reason}
          below={
            ending.error && ending.variables === one.id ? (
              <NotGranted error={ending.error} timeZone={timeZone} />
            ) : undefined
          }
          deeds={
            <Button
              size="sm"
              variant="default"
              loading={ending.isPending && ending.variables === one.id}
              onClick={() => ending.mutate(one.id)}
            >
              {t('site.maintenance.end')}
            </Button>
          }
        >
          <Text>
            {words.fullDate(localDate(spanOf(one).start, timeZone))}, {words.span(spanOf(one), timeZone)}
          </Text>
          <Text size="sm" c="dimmed">
            {one.reason}
          </Text>
        </Row>
      ))}
    </Rows>
  );
}

function Form({ site, place, onClose }: Props & { place: Place }) {
  const { t } = useTranslation();
  const now = useNow();
  const tomorrow = plusDays(localDate(now, site.timeZone), 1);
  const [wish, setWish] = useState({
    from: tomorrow,
    fromTime: '08:00',
    until: tomorrow,
    untilTime: '17:00',
    reason: '',
  });
  const [isTold, setTold] = useState(false);
  const [submission] = useState(() => new Submission());
  const [settled] = useDebouncedValue(wish, 400);
  const body = bodyOf(settled, site.timeZone);
  const path = { id: place.id };
  const preview = useQuery({
    queryKey: ['site', 'maintenance-preview', place.id, body?.start, body?.end],
    queryFn: () => {
      if (!body) throw new Error('There is no period to ask about.');
      const params = { path, query: { preview: true } };
      const asked = { ...body, reason: body.reason || '-' };
      return answered(api.POST('/api/v1/resources/{id}/maintenance', { params, body: asked }));
    },
    enabled: body !== undefined,
    staleTime: 0,
    retry: false,
  });
  const beginning = useCommand((wanted: NonNullable<typeof body>) => {
    const params = { path, header: { 'Idempotency-Key': submission.keyFor(wanted) } };
    return answered(api.POST('/api/v1/resources/{id}/maintenance', { params, body: wanted }));
  }, touchedBySite);
  const submit = () => {
    setTold(true);
    const wanted = bodyOf(wish, site.timeZone);
    if (wanted?.reason) beginning.mutate(wanted, { onSuccess: onClose });
  };
  return (
    <Stack>
      {(['from', 'until'] as const).map((end) => (
        <Group key={end} grow align="flex-end">
          <TextInput
            type="date"
            label={t(`site.maintenance.${end}`)}
            value={wish[end]}
            onChange={(event) => setWish({ ...wish, [end]: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            aria-label={t(`site.maintenance.${end}Time`)}
            value={wish[`${end}Time`]}
            onChange={(event) => setWish({ ...wish, [`${end}Time`]: event.currentTarget.value })}
          />
        </Group>
      ))}
      {!bodyOf(wish, site.timeZone) && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('site.maintenance.noPeriod')}
        </Text>
      )}
      <TextInput
        label={t('site.reason')}
        description={t('site.reasonRead')}
        maxLength={300}
        value={wish.reason}
        error={isTold && !wish.reason.trim() ? t('site.reasonNeeded') : undefined}
        onChange={(event) => setWish({ ...wish, reason: event.currentTarget.value })}
      />
      {preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} />}
      <NotGranted error={beginning.error ?? preview.error} timeZone={site.timeZone} />
      <Group>
        <Button loading={beginning.isPending} onClick={submit}>
          {t('site.maintenance.begin')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The period on the clock of the site; undefined while it is none. */
function bodyOf(
  wish: { from: string; fromTime: string; until: string; untilTime: string; reason: string },
  timeZone: string,
) {
  const start = instantAt(wish.from, wish.fromTime, timeZone);
  const end = instantAt(wish.until, wish.untilTime, timeZone);
  if (start === undefined || end === undefined || start >= end) return undefined;
  return { start: instant(start), end: instant(end), reason: wish.reason.trim() };
}
