import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LostFactor } from '../../shared/access/LostFactor';
import { administers } from '../../shared/api/duties';
import { sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Membership, Site } from '../../shared/api/views';
import { membershipOf } from '../../shared/membership/reads';
import { MembershipBadge } from '../../shared/membership/StatusBadge';
import { useTerm } from '../../shared/membership/term';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { Act } from './Act';
import type { Deed } from './commands';

/** One membership as those who run the site see it: what was asked for, and what can be done. */
export function MemberPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const membership = useQuery(membershipOf(id));
  const house = useQuery(sites);
  const site = house.data?.find((one) => one.id === membership.data?.siteId);
  return (
    <Page
      back={{ to: '/members', label: t('members.back') }}
      title={membership.data?.personName ?? t('nav.members')}
      below={membership.data?.plan.name}
      beside={membership.data && <MembershipBadge status={membership.data.status} />}
    >
      {membership.error && <Failure error={membership.error} onRetry={() => void membership.refetch()} />}
      {(membership.isPending || house.isPending) && <Skeleton h={240} />}
      {membership.data && site && <One membership={membership.data} site={site} />}
    </Page>
  );
}

function One({ membership, site }: { membership: Membership; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const term = useTerm();
  const [deed, setDeed] = useState<Deed>();
  const person = usePerson();
  const [isLosing, setLosing] = useState(false);
  const { status, suspension, noticeGivenOn, personId, personName } = membership;
  // A member need not have a role to have a second factor.
  const mayReset = administers(person) && personId !== person.id;
  const pause = membership.pauses.find((one) => one.status === 'requested');
  const renewal = membership.renewals.find((one) => one.status === 'requested');
  const isRunning = ['scheduled', 'active', 'paused', 'suspended'].includes(status);
  const deeds: Deed[] = [];
  if (status === 'active' || status === 'paused') deeds.push('suspend');
  if (status === 'suspended') deeds.push('reinstate');
  if (isRunning) deeds.push('end');
  const act = (one: Deed) => (
    <Button
      key={one}
      variant={one === 'approve-pause' || one === 'renew' ? 'filled' : 'default'}
      onClick={() => setDeed(one)}
    >
      {t(`members.do.${one}`)}
    </Button>
  );
  return (
    <Stack gap="lg" maw={760}>
      <Text>
        {term(membership)}
        {noticeGivenOn && ` · ${t('members.noticeOn', { date: words.fullDate(noticeGivenOn) })}`}
      </Text>
      {suspension && (
        <Text>
          {t('bookings.reason', { reason: suspension.reason })}{' '}
          {t('membership.reviewOn', { date: words.fullDate(suspension.reviewOn) })}
          {suspension.answer && ` ${t('members.says', { words: suspension.answer })}`}
        </Text>
      )}
      {pause && (
        <Paper component="section" withBorder radius="lg" p="lg" aria-labelledby="asks-pause">
          <Title order={2} id="asks-pause">
            {t('members.asks.pause')}
          </Title>
          <Text mt={4}>{words.dates(pause.from, pause.to)}</Text>
          {pause.reason && <Text>{pause.reason}</Text>}
          <Group mt="md">{(['approve-pause', 'refuse-pause'] as const).map(act)}</Group>
        </Paper>
      )}
      {renewal && (
        <Paper component="section" withBorder radius="lg" p="lg" aria-labelledby="asks-renewal">
          <Title order={2} id="asks-renewal">
            {t('members.asks.renewal')}
          </Title>
          <Text mt={4}>{renewal.progress}</Text>
          <Group mt="md">{(['renew', 'refuse-renewal'] as const).map(act)}</Group>
        </Paper>
      )}
      {(deeds.length > 0 || mayReset) && (
        <Group>
          {deeds.map(act)}
          {mayReset && (
            <Button variant="subtle" onClick={() => setLosing(true)}>
              {t('roles.lost')}
            </Button>
          )}
        </Group>
      )}
      <LostFactor
        holder={isLosing ? { id: personId, fullName: personName } : undefined}
        onClose={() => setLosing(false)}
      />
      <Act key={deed} deed={deed} membership={membership} site={site} onClose={() => setDeed(undefined)} />
    </Stack>
  );
}
