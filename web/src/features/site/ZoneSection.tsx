import { Button, Group, Paper, Radio, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows } from '../../shared/site/Rows';
import { useWords } from '../../shared/time/words';
import { Conflicts } from './Conflicts';
import { decided, undecided } from './decision';
import type { Deciding } from './decision';
import { touchedBySite } from './reads';
import type { ZonePreview } from './reads';
import { isZone, ZoneField } from './ZoneField';

const kept = ['instant', 'local_time'] as const;

/** The clock of a site. Another one has two readings of everything that is agreed, and somebody has to say which holds. */
export function ZoneSection({ site }: { site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const [isChanging, setChanging] = useState(false);
  return (
    <section aria-labelledby="zone">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="zone">
          {t('site.zone.title')}
        </Title>
        {!isChanging && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('site.zone.change')}
          </Button>
        )}
      </Group>
      <Text>{t('site.zone.now', { zone: words.zone(site.timeZone) })}</Text>
      {isChanging && <ChangeZone site={site} onLeave={() => setChanging(false)} />}
    </section>
  );
}

function ChangeZone({ site, onLeave }: { site: Site; onLeave: () => void }) {
  const { t } = useTranslation();
  const [timeZone, setTimeZone] = useState(site.timeZone);
  const [keep, setKeep] = useState<(typeof kept)[number]>('instant');
  const [decision, setDecision] = useState<Deciding>(undecided);
  const [settled] = useDebouncedValue(timeZone, 400);
  const isOther = isZone(settled) && settled !== site.timeZone;
  const path = { id: site.id };
  const preview = useQuery({
    queryKey: ['site', 'zone-preview', site.id, settled, keep],
    queryFn: async () => {
      const params = { path, query: { preview: true } };
      const answer = await answered(
        api.PUT('/api/v1/sites/{id}/time-zone', { params, body: { timeZone: settled, keep } }),
      );
      if ('id' in answer) throw new Error('The server answered a preview with a site.');
      return answer;
    },
    enabled: isOther,
    staleTime: 0,
    retry: false,
  });
  const saving = useCommand(() => {
    const body = { timeZone, keep, ...decided(decision, preview.data?.seen) };
    return answered(api.PUT('/api/v1/sites/{id}/time-zone', { params: { path }, body }));
  }, touchedBySite);
  return (
    <Paper withBorder radius="lg" p="md" mt="sm">
      <Stack>
        <ZoneField value={timeZone} onChange={setTimeZone} />
        <Radio.Group
          label={t('site.zone.keep')}
          value={keep}
          onChange={(value) => setKeep(kept.find((one) => one === value) ?? 'instant')}
        >
          <Stack gap="xs" mt="xs">
            {kept.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`site.zone.kept.${one}`)}
                description={t(`site.zone.about.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {isOther && preview.isPending && <Skeleton h={160} />}
        {isOther && preview.data && <Readings preview={preview.data} />}
        {isOther && preview.data && preview.data.affectedBookings.length + preview.data.affectedSessions.length > 0 && (
          <Conflicts preview={preview.data} timeZone={settled} value={decision} onChange={setDecision} />
        )}
        <NotGranted error={saving.error ?? (isOther ? preview.error : null)} timeZone={site.timeZone} />
        <Group>
          <Button
            loading={saving.isPending}
            disabled={!isOther || settled !== timeZone || !preview.data || preview.isFetching}
            onClick={() =>
              saving.mutate(undefined, {
                onSuccess: () => {
                  notifications.show({ message: t('site.saved') });
                  onLeave();
                },
              })
            }
          >
            {t('site.zone.save')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** What is agreed, as the clock shows it today and as it will. */
function Readings({ preview }: { preview: ZonePreview }) {
  const { t } = useTranslation();
  const words = useWords();
  const reading = ({ localStart, localEnd }: { localStart: string; localEnd: string }) => {
    const [day = '', begins = ''] = localStart.split('T');
    const [lastDay = '', ends = ''] = localEnd.split('T');
    const [from, until] = [words.clock(begins), words.clock(ends)];
    return lastDay === day
      ? `${words.fullDate(day)}, ${from}–${until}`
      : `${words.fullDate(day)}, ${from} – ${words.fullDate(lastDay)}, ${until}`;
  };
  const all = [
    ...preview.items,
    ...preview.closures.map((one) => ({
      ...one,
      id: one.closureId,
      kind: 'closure' as const,
      name: null,
      because: [],
    })),
  ];
  if (all.length === 0) return <Text c="dimmed">{t('site.zone.nothing')}</Text>;
  return (
    <div data-readings={all.length}>
      <Text fw={650} mb={6}>
        {t('site.zone.agreed', { count: all.length })}
      </Text>
      <Rows>
        {all.map((one) => (
          <Row key={one.id} name={one.id}>
            <Text fw={650}>{[t(`site.zone.what.${one.kind}`), one.name].filter(Boolean).join(' · ')}</Text>
            <Text>{t('site.zone.before', { reading: reading(one.before) })}</Text>
            <Text>{t('site.zone.after', { reading: reading(one.after) })}</Text>
            {one.because.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('site.zone.broken')}
              </Text>
            )}
          </Row>
        ))}
      </Rows>
    </div>
  );
}
