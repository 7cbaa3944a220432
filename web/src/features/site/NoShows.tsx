import { Badge, Button, Group, Skeleton, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { useView } from '../../shared/site/run-site';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { noShowsAt, touchedBySite } from './reads';
import type { NoShow } from './reads';

const colours: Record<NoShow['state'], string> = {
  standing: 'gray',
  appealed: 'yellow',
  upheld: 'gray',
  forgiven: 'palm',
};

type Deed = { noShow: NoShow; do: 'forgive' | 'uphold' };

/** Who did not come, and what they say to it; each appeal is answered once. */
export function NoShows({ site }: { site: Site }) {
  const { t } = useTranslation();
  const [query, see] = useView();
  const isAll = query.get('no-shows') === 'all';
  const noShows = useQuery(noShowsAt(site.id, !isAll));
  const [deed, setDeed] = useState<Deed>();
  return (
    <RowSection
      title={t('site.noShow.title')}
      count={noShows.data?.length}
      beside={
        <Switch
          label={t('site.noShow.all')}
          checked={isAll}
          onChange={(event) => see({ 'no-shows': event.currentTarget.checked ? 'all' : null })}
        />
      }
    >
      {noShows.error && !noShows.data && <Failure error={noShows.error} onRetry={() => void noShows.refetch()} />}
      {noShows.isPending && <Skeleton h={120} aria-hidden />}
      {noShows.data?.length === 0 && (
        <Text c="dimmed">{isAll ? t('site.noShow.none') : t('site.noShow.answered')}</Text>
      )}
      {noShows.data && noShows.data.length > 0 && (
        <Rows>
          {noShows.data.map((one) => (
            <NoShowRow key={one.id} noShow={one} onDeed={(what) => setDeed({ noShow: one, do: what })} />
          ))}
        </Rows>
      )}
      <Sheet
        opened={deed !== undefined}
        onClose={() => setDeed(undefined)}
        title={deed ? t(`site.noShow.do.${deed.do}`) : ''}
      >
        {deed && <Answer key={deed.noShow.id} deed={deed} site={site} onClose={() => setDeed(undefined)} />}
      </Sheet>
    </RowSection>
  );
}

function NoShowRow({ noShow, onDeed }: { noShow: NoShow; onDeed: (what: Deed['do']) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { fullName, place, timeZone, state, appeal, appealAnswer, forgivenReason } = noShow;
  const span = spanOf(noShow);
  return (
    <Row
      icon="warning"
      name={fullName}
      deeds={
        state === 'standing' || state === 'appealed' ? (
          <>
            <Button size="sm" variant={state === 'appealed' ? 'filled' : 'default'} onClick={() => onDeed('forgive')}>
              {t('site.noShow.do.forgive')}
            </Button>
            {state === 'appealed' && (
              <Button size="sm" variant="default" onClick={() => onDeed('uphold')}>
                {t('site.noShow.do.uphold')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <Text component="span" fw={650} mr="xs">
        {fullName}
      </Text>
      <Badge size="md" color={colours[state]} variant="light" tt="none">
        {t(`site.noShow.state.${state}`)}
      </Badge>
      <Text>
        {place} · {words.fullDate(localDate(span.start, timeZone))}, {words.span(span, timeZone)}
      </Text>
      {appeal && <Text mt={4}>{t('site.noShow.says', { words: appeal })}</Text>}
      {(appealAnswer ?? forgivenReason) && (
        <Text c="dimmed">{t('site.noShow.answer', { words: appealAnswer ?? forgivenReason })}</Text>
      )}
    </Row>
  );
}

function Answer({ deed, site, onClose }: { deed: Deed; site: Site; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTold, setTold] = useState(false);
  const answering = useCommand((words: string): Promise<unknown> => {
    const params = { path: { id: deed.noShow.id } };
    return deed.do === 'forgive'
      ? answered(api.POST('/api/v1/no-shows/{id}/forgive', { params, body: { reason: words } }))
      : answered(api.POST('/api/v1/no-shows/{id}/uphold', { params, body: { answer: words } }));
  }, touchedBySite);
  return (
    <Stack>
      {deed.noShow.appeal && <Text>{t('site.noShow.says', { words: deed.noShow.appeal })}</Text>}
      <Textarea
        data-autofocus
        label={t('site.reason')}
        description={t('site.reasonRead')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        error={isTold && !text.trim() ? t('site.reasonNeeded') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NotGranted error={answering.error} timeZone={site.timeZone} />
      <Group>
        <Button
          loading={answering.isPending}
          onClick={() => {
            setTold(true);
            if (text.trim()) answering.mutate(text.trim(), { onSuccess: onClose });
          }}
        >
          {t(`site.noShow.do.${deed.do}`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
