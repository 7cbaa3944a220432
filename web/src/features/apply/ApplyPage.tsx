import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Application, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { isOpen, myApplications, touchedByApplications } from '../../shared/membership/reads';
import { ApplicationBadge } from '../../shared/membership/StatusBadge';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Confirmation } from '../../shared/ui/Confirmation';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { ApplicationForm } from './ApplicationForm';
import { ApplicationPath } from './ApplicationPath';
import { PlanChoice } from './PlanChoice';

/** The way to a membership: choose a plan, tell about the idea, hand it in, and see what becomes of it. */
export function ApplyPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const applications = useQuery(myApplications(person.id));
  const house = useQuery(sites);
  const open = applications.data?.find(isOpen);
  const siteOf = (one: Application) => house.data?.find(({ id }) => id === one.siteId);
  const site = open && siteOf(open);
  const past = applications.data?.filter((one) => one !== open) ?? [];
  return (
    <Page
      title={t('apply.title')}
      below={site && siteName(site)}
      beside={open && <ApplicationBadge status={open.status} />}
    >
      {applications.error && <Failure error={applications.error} onRetry={() => void applications.refetch()} />}
      {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {(applications.isPending || house.isPending) && <Skeleton h={240} />}
      <Stack gap="xl" maw={760}>
        {open && site && <Current key={open.id} application={open} site={site} />}
        {applications.data && house.data && !open && (
          <PlanChoice sites={house.data.filter((one) => one.status === 'active')} />
        )}
        {past.length > 0 && house.data && (
          <section aria-labelledby="past">
            <Title order={2} id="past" mb="sm">
              {t('apply.earlier')}
            </Title>
            <Stack gap="xl">
              {past.map((one) => {
                const where = siteOf(one);
                return where && <Past key={one.id} application={one} site={where} />;
              })}
            </Stack>
          </section>
        )}
      </Stack>
    </Page>
  );
}

function Past({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" mb="sm">
        <Text fw={650}>
          {siteName(site)}
          {application.answers.idea && ` · ${application.answers.idea}`}
        </Text>
        <ApplicationBadge status={application.status} />
      </Group>
      <ApplicationPath application={application} site={site} />
      {application.status === 'approved' && (
        <Anchor component={Link} to="/membership">
          {t('apply.toMembership')}
        </Anchor>
      )}
    </div>
  );
}

function Current({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const [isAsking, asking] = useDisclosure();
  const isFilledIn = application.status === 'draft' || application.status === 'returned';
  const withdrawing = useCommand(
    () => answered(api.POST('/api/v1/applications/{id}/withdraw', { params: { path: { id: application.id } } })),
    touchedByApplications,
  );
  return (
    <Stack gap="lg">
      {application.status === 'returned' && (
        <Alert color="yellow" title={t('apply.returned')}>
          {application.returnReason}{' '}
          {application.returnDeadline &&
            t('apply.completeBy', {
              date: words.fullDate(localDate(Date.parse(application.returnDeadline), site.timeZone)),
            })}
        </Alert>
      )}
      {application.status !== 'draft' && <ApplicationPath application={application} site={site} />}
      {isFilledIn && <ApplicationForm application={application} site={site} />}
      <Group>
        <Button variant="subtle" color="red" onClick={asking.open}>
          {t('apply.withdraw')}
        </Button>
      </Group>
      <Confirmation
        opened={isAsking}
        onClose={asking.close}
        title={t('apply.withdrawTitle')}
        text={t('apply.withdrawText')}
        confirm={t('apply.withdrawConfirm')}
        isBusy={withdrawing.isPending}
        onConfirm={() => withdrawing.mutate(undefined)}
      >
        <NotGranted error={withdrawing.error} timeZone={site.timeZone} />
      </Confirmation>
    </Stack>
  );
}
