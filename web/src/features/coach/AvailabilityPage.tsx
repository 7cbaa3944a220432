import { Alert, Button, Grid, Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sites } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { myAvailability, myCoachProfile } from '../../shared/coaching/coach-reads';
import type { Availability } from '../../shared/coaching/coach-reads';
import type { Coach } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { localDate, spanOf, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { AsksEditor } from './AsksEditor';
import { DateEditor } from './DateEditor';
import { draftOf, isWhole } from './hours';
import type { Draft } from './hours';
import { ResultingSlots } from './ResultingSlots';
import { useSaveHours } from './save';
import { WeekEditor } from './WeekEditor';

/** When a coach offers time, with the times that founders can book beside it while it is edited. */
export function AvailabilityPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const profile = useQuery(myCoachProfile(person.id));
  const availability = useQuery({ ...myAvailability(person.id), enabled: Boolean(profile.data) });
  const house = useQuery(sites);
  const [edition, setEdition] = useState(0);
  const error = profile.error ?? availability.error ?? house.error;
  const hasNoProfile = profile.data === null;
  async function again() {
    await Promise.all([profile.refetch(), profile.data && availability.refetch(), house.refetch()]);
    setEdition(edition + 1);
  }
  return (
    <Page title={t('coach.hours.title')} below={t('coach.hours.below')}>
      {error && <Failure error={error} onRetry={() => void again()} />}
      {!error && !hasNoProfile && (profile.isPending || availability.isPending || house.isPending) && (
        <Skeleton h={320} />
      )}
      {hasNoProfile && (
        <Empty scene="desk" title={t('coach.hours.noProfile')} text={t('coach.hours.noProfileText')}>
          <Button component={Link} to="/coach/profile" mt="sm">
            {t('coach.profile.title')}
          </Button>
        </Empty>
      )}
      {profile.data && availability.data && house.data && (
        <Editor
          key={edition}
          profile={profile.data}
          availability={availability.data}
          sites={house.data.filter(({ id }) => profile.data?.sites.includes(id))}
          onAgain={() => void again()}
        />
      )}
    </Page>
  );
}

interface EditorProps {
  profile: Coach;
  availability: Availability;
  sites: Site[];
  onAgain: () => void;
}

function Editor({ profile, availability, sites: served, onAgain }: EditorProps) {
  const { t } = useTranslation();
  const [before, setBefore] = useState(() => draftOf(availability, profile));
  const [draft, setDraft] = useState(before);
  const saving = useSaveHours(profile, availability.version);
  const today = localDate(useNow(), draft.timeZone);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const zones = [...new Set([draft.timeZone, viewerZone(), ...served.map(({ timeZone }) => timeZone)])];
  const isChanged = JSON.stringify(draft) !== JSON.stringify(before);
  const isStale = saving.error instanceof Problem && saving.error.status === 412;
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="xl">
          <Button component="a" href="#slots" variant="light" hiddenFrom="md">
            {t('coach.slots.title')}
          </Button>
          <OutsideSessions availability={availability} />
          <section aria-labelledby="week">
            <Title order={2} id="week" mb="sm">
              {t('coach.hours.week')}
            </Title>
            <NativeSelect
              mb="sm"
              label={t('coach.hours.zone')}
              value={draft.timeZone}
              onChange={(event) => change({ timeZone: event.currentTarget.value })}
              data={zones}
            />
            <WeekEditor week={draft.week} sites={served} onChange={(week) => change({ week })} />
          </section>
          <section aria-labelledby="dates">
            <Title order={2} id="dates" mb="sm">
              {t('coach.dates.title')}
            </Title>
            <DateEditor dates={draft.dates} today={today} sites={served} onChange={(dates) => change({ dates })} />
          </section>
          <AsksEditor draft={draft} onChange={change} />
          {isStale ? (
            <Alert color="yellow" role="alert">
              <Text>{t('failure.stale')}</Text>
              <Button mt="sm" variant="default" onClick={onAgain}>
                {t('coach.hours.loadAgain')}
              </Button>
            </Alert>
          ) : (
            <NotGranted error={saving.error} timeZone={draft.timeZone} />
          )}
          <Group>
            <Button
              loading={saving.isPending}
              disabled={!isChanged || !isWhole(draft)}
              onClick={() =>
                saving.mutate(draft, {
                  onSuccess: () => {
                    setBefore(draft);
                    notifications.show({ message: t('coach.hours.saved') });
                  },
                })
              }
            >
              {t('action.save')}
            </Button>
            {isChanged && (
              <Button variant="default" onClick={() => setDraft(before)}>
                {t('coach.hours.undo')}
              </Button>
            )}
          </Group>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper
          component="section"
          aria-labelledby="slots"
          withBorder
          radius="lg"
          p="md"
          style={{ position: 'sticky', top: '5rem' }}
        >
          <Title order={2} id="slots" mb={4}>
            {t('coach.slots.title')}
          </Title>
          <Text c="dimmed" size="sm" mb="sm">
            {t('coach.slots.text')}
          </Text>
          <ResultingSlots draft={draft} sites={served} />
        </Paper>
      </Grid.Col>
    </Grid>
  );
}

/** Sessions that stand although they lie outside the hours. */
function OutsideSessions({ availability }: { availability: Availability }) {
  const { t } = useTranslation();
  const words = useWords();
  const { outside, timeZone } = availability;
  if (outside.length === 0) return null;
  return (
    <Alert color="yellow" title={t('coach.hours.outside', { count: outside.length })}>
      {outside.map((session) => (
        <Text key={session.sessionId} component={Link} to={`/coaching/sessions/${session.sessionId}`} display="block">
          {words.date(localDate(spanOf(session).start, timeZone))},{' '}
          <Clocks span={spanOf(session)} timeZone={timeZone} />
        </Text>
      ))}
    </Alert>
  );
}
