import { Alert, Badge, Button, Group, Paper, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { ownSite, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { NoShow, Site } from '../../shared/api/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';

const myNoShows = (personId: string) =>
  queryOptions({
    queryKey: ['no-shows', personId],
    queryFn: async (): Promise<NoShow[]> =>
      (await answered(api.GET('/api/v1/no-shows', { params: { query: { limit: 50 } } }))).items,
  });

/** When somebody did not come: what counts, for how long, what follows from it, and a way to say why. */
export function NoShowsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const house = useQuery(sites);
  const site = ownSite(person, house.data ?? []);
  const missed = useQuery(myNoShows(person.id));
  const counting = missed.data?.filter(({ counts, siteId }) => counts && siteId === site?.id).length ?? 0;
  return (
    <Page title={t('noShow.title')}>
      <Stack gap="lg">
        {site && missed.data && missed.data.length > 0 && <Meaning site={site} counting={counting} />}
        {missed.error && !missed.data && <Failure error={missed.error} onRetry={() => void missed.refetch()} />}
        {missed.isPending && <Skeleton h={110} />}
        {missed.data?.length === 0 && (
          <Empty scene="desk" title={t('noShow.none')} text={t('noShow.noneText')}>
            <Button component={Link} to="/bookings" mt="sm">
              {t('nav.bookings')}
            </Button>
          </Empty>
        )}
        {missed.data && missed.data.length > 0 && (
          <Stack gap="sm">
            {missed.data.map((noShow) => (
              <Missed key={noShow.id} noShow={noShow} />
            ))}
          </Stack>
        )}
      </Stack>
    </Page>
  );
}

function Meaning({ site, counting }: { site: Site; counting: number }) {
  const { t } = useTranslation();
  const isBlocked = site.noShowStrikes > 0 && counting >= site.noShowStrikes;
  return (
    <Alert
      color={isBlocked ? 'yellow' : 'palm'}
      icon={<Icon name={isBlocked ? 'warning' : 'leaf'} />}
      title={isBlocked ? t('noShow.blocked') : t('noShow.standing', { count: counting })}
    >
      <Text>
        {t('noShow.meaning', { count: site.noShowStrikes, days: site.noShowDays, block: site.noShowBlockDays })}
      </Text>
      <Text mt={4}>{t('noShow.cancelInstead')}</Text>
    </Alert>
  );
}

function Missed({ noShow }: { noShow: NoShow }) {
  const { t } = useTranslation();
  const words = useWords();
  const [appeals, appealing] = useDisclosure();
  const { timeZone, state } = noShow;
  const span = spanOf(noShow);
  const standing = state === 'standing' && !noShow.counts ? 'forgotten' : state;
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={noShow.place}>
      <Stack gap={6}>
        <Group gap="xs">
          <Text fw={650}>{noShow.place}</Text>
          <Badge variant="light" color={noShow.counts ? 'yellow' : 'gray'} tt="none">
            {t(`noShow.state.${standing}`)}
          </Badge>
        </Group>
        <Text>
          {words.date(localDate(span.start, timeZone))}, <Clocks span={span} timeZone={timeZone} />
        </Text>
        {noShow.counts && (
          <Text size="sm" c="dimmed">
            {t('noShow.until', { date: words.fullDate(localDate(Date.parse(noShow.forgottenAt), timeZone)) })}
          </Text>
        )}
        {noShow.forgivenReason && (
          <Text size="sm">
            {noShow.forgivenReason === 'grace'
              ? t('noShow.grace')
              : t('noShow.forgiven', { reason: noShow.forgivenReason })}
          </Text>
        )}
        {noShow.appeal && <Text size="sm">{t('noShow.said', { text: noShow.appeal })}</Text>}
        {noShow.appealAnswer && <Text size="sm">{t('noShow.answer', { text: noShow.appealAnswer })}</Text>}
        {state === 'standing' && noShow.counts && (
          <Button size="sm" variant="default" style={{ alignSelf: 'start' }} onClick={appealing.open}>
            {t('noShow.appeal')}
          </Button>
        )}
      </Stack>
      <Sheet opened={appeals} onClose={appealing.close} title={t('noShow.appeal')}>
        {appeals && <AppealForm noShow={noShow} onClose={appealing.close} />}
      </Sheet>
    </Paper>
  );
}

function AppealForm({ noShow, onClose }: { noShow: NoShow; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [strict, setStrict] = useState(false);
  const appealing = useMutation({
    mutationFn: (said: string) => {
      const params = { path: { id: noShow.id } };
      return answered(api.POST('/api/v1/no-shows/{id}/appeal', { params, body: { text: said } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['no-shows'] }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return setStrict(true);
        appealing.mutate(text.trim(), {
          onSuccess: () => {
            notifications.show({ message: t('noShow.appealed') });
            onClose();
          },
        });
      }}
    >
      <Stack>
        <Text>{t('noShow.appealText')}</Text>
        <Textarea
          autosize
          minRows={4}
          maxLength={1000}
          data-autofocus
          label={t('noShow.why')}
          value={text}
          error={strict && text.trim() === '' && t('noShow.whyMissing')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {appealing.error && <Failure error={appealing.error} />}
        <Group>
          <Button type="submit" loading={appealing.isPending}>
            {t('noShow.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
