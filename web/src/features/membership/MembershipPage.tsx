import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Membership, Site } from '../../shared/api/views';
import { Documents } from '../../shared/membership/Documents';
import { PlanFacts, Price } from '../../shared/membership/PlanFacts';
import { isStanding, myMemberships } from '../../shared/membership/reads';
import { MembershipBadge } from '../../shared/membership/StatusBadge';
import { useTerm } from '../../shared/membership/term';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { pausesToTell, renewalToTell } from './answers';
import { NoticeSheet } from './NoticeSheet';
import { Offer } from './Offer';
import { PauseSheet } from './PauseSheet';
import { RenewalSheet } from './RenewalSheet';
import { WalletMonth } from './WalletMonth';

/** One's membership: what it includes, what is left of it, and everything that can be asked for. */
export function MembershipPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const memberships = useQuery(myMemberships(person.id));
  const house = useQuery(sites);
  const siteOf = ({ siteId }: Membership) => house.data?.find(({ id }) => id === siteId);
  const standing = memberships.data?.filter(isStanding) ?? [];
  const over = memberships.data?.filter((one) => !isStanding(one)) ?? [];
  return (
    <Page title={t('membership.title')}>
      {memberships.error && <Failure error={memberships.error} onRetry={() => void memberships.refetch()} />}
      {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {(memberships.isPending || house.isPending) && <Skeleton h={240} />}
      {memberships.data && standing.length === 0 && (
        <Empty scene="desk" title={t('membership.none')} text={t('membership.noneText')}>
          <Button component={Link} to="/apply" mt="sm">
            {t('apply.begin')}
          </Button>
        </Empty>
      )}
      <Stack gap="xl">
        {standing.map((membership) => {
          const site = siteOf(membership);
          return site && <One key={membership.id} membership={membership} site={site} />;
        })}
        {over.length > 0 && house.data && (
          <section aria-labelledby="over">
            <Title order={2} id="over" mb="sm">
              {t('membership.over')}
            </Title>
            <Stack gap="sm">
              {over.map((one) => (
                <Past key={one.id} membership={one} site={siteOf(one)} />
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </Page>
  );
}

function Past({ membership, site }: { membership: Membership; site: Site | undefined }) {
  const words = useWords();
  const { plan, startsOn, endsOn, status, end } = membership;
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between">
        <Text fw={650}>
          {plan.name} · {site && siteName(site)}
        </Text>
        <MembershipBadge status={status} />
      </Group>
      {endsOn && <Text c="dimmed">{words.dates(startsOn, endsOn)}</Text>}
      {end?.note && <Text>{end.note}</Text>}
    </Paper>
  );
}

function One({ membership, site }: { membership: Membership; site: Site }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { plan, status } = membership;
  const isRunning = ['scheduled', 'active', 'paused', 'suspended'].includes(status);
  return (
    <Stack component="article" gap="lg" aria-label={plan.name} data-membership={membership.id}>
      {status === 'offered' && <Offer membership={membership} site={site} />}
      <Paper withBorder radius="lg" p="lg">
        <Stack gap="md">
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={2}>{plan.name}</Title>
              <Text c="dimmed">{siteName(site)}</Text>
            </div>
            <MembershipBadge status={status} />
          </Group>
          <Price plan={plan} />
          <Text>
            {term(membership)}
            {membership.next.daysLeft !== null && isRunning && (
              <Text span c="dimmed">
                {' · '}
                {t('membership.daysLeft', { days: membership.next.daysLeft })}
              </Text>
            )}
          </Text>
          <PlanFacts plan={plan} />
          <Documents membership={membership} />
        </Stack>
      </Paper>
      {isRunning && <Standing membership={membership} site={site} />}
      {isRunning && status !== 'scheduled' && <WalletMonth membership={membership} />}
    </Stack>
  );
}

/** What was asked for, what was decided, and what can be asked for now. */
function Standing({ membership, site }: { membership: Membership; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const [isPausing, pausing] = useDisclosure();
  const [isRenewing, renewing] = useDisclosure();
  const [isLeaving, leaving] = useDisclosure();
  const { status, next, suspension, noticeGivenOn, endsOn } = membership;
  const mayAsk = status === 'active' || status === 'paused';
  const renewal = renewalToTell(membership.renewals);
  const isRenewalOpen = renewal?.status === 'requested';
  const isPauseOpen = membership.pauses.some((one) => one.status === 'requested');
  return (
    <Stack gap="sm">
      {suspension && (
        <Alert color="red" title={t('membership.suspended')}>
          {suspension.reason} {t('membership.reviewOn', { date: words.fullDate(suspension.reviewOn) })}
        </Alert>
      )}
      {noticeGivenOn && endsOn && (
        <Alert color="yellow">{t('membership.noticeGiven', { date: words.fullDate(endsOn) })}</Alert>
      )}
      {pausesToTell(membership.pauses).map((pause) => (
        <Text key={pause.id}>
          {t(`membership.pause.${pauseWord(pause.status)}`, {
            from: words.fullDate(pause.from),
            to: words.fullDate(pause.to),
          })}
          {pause.answer && ` ${pause.answer}`}
        </Text>
      ))}
      {renewal && (
        <Text>
          {isRenewalOpen ? t('membership.renewalOpen') : t('membership.renewalRefused')}
          {renewal.reason && ` ${renewal.reason}`}
        </Text>
      )}
      {mayAsk && (
        <Group gap="sm">
          <Button variant="default" onClick={pausing.open} disabled={next.pausesLeft === 0 || isPauseOpen}>
            {t('membership.askPause')}
          </Button>
          <Button
            variant="default"
            onClick={renewing.open}
            disabled={next.renewalsLeft === 0 || isRenewalOpen || noticeGivenOn !== null}
          >
            {t('membership.askRenewal')}
          </Button>
          <Button variant="default" onClick={leaving.open} disabled={noticeGivenOn !== null}>
            {t('membership.leave')}
          </Button>
        </Group>
      )}
      <PauseSheet membership={membership} site={site} opened={isPausing} onClose={pausing.close} />
      <RenewalSheet membership={membership} site={site} opened={isRenewing} onClose={renewing.close} />
      <NoticeSheet membership={membership} site={site} opened={isLeaving} onClose={leaving.close} />
    </Stack>
  );
}

function pauseWord(status: string): 'requested' | 'approved' | 'refused' | 'cancelled' {
  return status === 'approved' || status === 'refused' || status === 'cancelled' ? status : 'requested';
}
