import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { myCoachProfile, topicTree } from '../../shared/coaching/coach-reads';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { Clashes } from './Clashes';
import { Conflicts } from './Conflicts';
import { OutsideCalendarCard } from './OutsideCalendarCard';
import { ProfileForm } from './ProfileForm';

/** What a coach says of oneself: in what, where and in which languages; the calendar outside; and conflicts of interest. */
export function CoachProfilePage() {
  const { t } = useTranslation();
  const person = usePerson();
  const profile = useQuery(myCoachProfile(person.id));
  const tree = useQuery(topicTree);
  const house = useQuery(sites);
  const [edition, setEdition] = useState(0);
  const error = profile.error ?? tree.error ?? house.error;
  const isThere = profile.data !== undefined && tree.data !== undefined && house.data !== undefined;
  const { hash } = useLocation();
  async function again() {
    await Promise.all([profile.refetch(), tree.refetch(), house.refetch()]);
    setEdition(edition + 1);
  }

  // A link into the page is followed once what it leads to is there.
  useEffect(() => {
    if (isThere && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isThere, hash]);

  const served = (house.data ?? []).filter(({ id }) =>
    person.roles.some(({ role, siteId }) => role === 'coach' && siteId === id),
  );
  return (
    <Page title={t('coach.profile.title')} below={t('coach.profile.below')}>
      {error && <Failure error={error} onRetry={() => void again()} />}
      {!error && !isThere && <Skeleton h={400} />}
      {isThere && (
        <Stack gap={48} maw={860}>
          <ProfileForm
            key={edition}
            profile={profile.data}
            tree={tree.data}
            sites={served}
            onAgain={() => void again()}
          />
          <Stack gap="xl">
            <OutsideCalendarCard isConnected={profile.data?.outsideCalendar === true} />
            <Clashes />
          </Stack>
          <Conflicts />
        </Stack>
      )}
    </Page>
  );
}
