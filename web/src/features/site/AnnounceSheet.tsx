import { Button, Checkbox, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { isDate, plusDays } from '../../shared/time/site-time';
import { Sheet } from '../../shared/ui/Sheet';
import { AffectedBookings } from './Affected';
import { touchedBySite } from './reads';

interface Props {
  site: Site;
  today: string;
  opened: boolean;
  onClose: () => void;
}

/** Closes a site on some days, or for a part of them, after one has seen whom that hits and what they would be offered. */
export function AnnounceSheet({ opened, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={rest.onClose} title={t('site.closure.announce')}>
      {opened && <Form {...rest} />}
    </Sheet>
  );
}

function Form({ site, today, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const first = plusDays(today, 1);
  const [wish, setWish] = useState({
    startsOn: first,
    endsOn: first,
    isPart: false,
    opens: '10:00',
    closes: '14:00',
    reason: '',
  });
  const [isTold, setTold] = useState(false);
  const [submission] = useState(() => new Submission());
  const set = (change: Partial<typeof wish>) => setWish((before) => ({ ...before, ...change }));
  const isSound = ({ startsOn, endsOn, isPart, opens, closes }: typeof wish) =>
    isDate(startsOn) && isDate(endsOn) && startsOn <= endsOn && (!isPart || (opens !== '' && opens < closes));
  const bodyOf = ({ startsOn, endsOn, isPart, opens, closes, reason }: typeof wish) => ({
    startsOn,
    endsOn,
    reason: reason.trim(),
    ...(isPart && { opens, closes }),
  });
  const [settled] = useDebouncedValue(wish, 400);
  const path = { id: site.id };
  const preview = useQuery({
    queryKey: ['site', 'closure-preview', site.id, { ...settled, reason: '' }],
    queryFn: () => {
      const params = { path, query: { preview: true } };
      const body = { ...bodyOf(settled), reason: settled.reason.trim() || '-' };
      return answered(api.POST('/api/v1/sites/{id}/closures', { params, body }));
    },
    enabled: isSound(settled),
    staleTime: 0,
    retry: false,
  });
  const announcing = useCommand((body: ReturnType<typeof bodyOf>) => {
    const params = { path, header: { 'Idempotency-Key': submission.keyFor(body) } };
    return answered(api.POST('/api/v1/sites/{id}/closures', { params, body }));
  }, touchedBySite);
  const submit = () => {
    setTold(true);
    if (!isSound(wish) || !wish.reason.trim()) return;
    announcing.mutate(bodyOf(wish), {
      onSuccess: () => {
        notifications.show({ message: t('site.closure.announced') });
        onClose();
      },
    });
  };
  return (
    <Stack>
      <Group grow>
        <TextInput
          type="date"
          label={t('site.closure.first')}
          min={today}
          value={wish.startsOn}
          onChange={(event) => {
            const startsOn = event.currentTarget.value;
            set({ startsOn, endsOn: wish.endsOn < startsOn ? startsOn : wish.endsOn });
          }}
        />
        <TextInput
          type="date"
          label={t('site.closure.last')}
          min={wish.startsOn}
          value={wish.endsOn}
          onChange={(event) => set({ endsOn: event.currentTarget.value })}
        />
      </Group>
      <Checkbox
        label={t('site.closure.part')}
        checked={wish.isPart}
        onChange={(event) => set({ isPart: event.currentTarget.checked })}
      />
      {wish.isPart && (
        <Group grow>
          {(['opens', 'closes'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              label={t(`site.closure.${end}`)}
              value={wish[end]}
              onChange={(event) => set({ [end]: event.currentTarget.value })}
            />
          ))}
        </Group>
      )}
      {!isSound(wish) && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('site.closure.noDays')}
        </Text>
      )}
      <TextInput
        label={t('site.reason')}
        description={t('site.reasonRead')}
        maxLength={300}
        value={wish.reason}
        error={isTold && !wish.reason.trim() ? t('site.reasonNeeded') : undefined}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      {isSound(wish) && preview.isPending && <Skeleton h={60} aria-hidden />}
      {isSound(wish) && preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} />}
      <NotGranted error={announcing.error ?? preview.error} timeZone={site.timeZone} />
      <Group>
        <Button loading={announcing.isPending} disabled={preview.isFetching} onClick={submit}>
          {t('site.closure.announce')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
