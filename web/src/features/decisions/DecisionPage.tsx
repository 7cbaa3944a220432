import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { sites } from '../../shared/api/house';
import type { Application, Site } from '../../shared/api/views';
import { applicationOf } from '../../shared/membership/reads';
import { ApplicationBadge } from '../../shared/membership/StatusBadge';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { AnswerList } from './AnswerList';
import { Decide } from './Decide';
import { EligibilityList } from './EligibilityList';
import { Grounds } from './Grounds';
import { Reviews } from './Reviews';

/** One application with all that a decision rests on. */
export function DecisionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const application = useQuery(applicationOf(id));
  const house = useQuery(sites);
  const site = house.data?.find((one) => one.id === application.data?.siteId);
  return (
    <Page
      back={{ to: '/decisions', label: t('decide.back') }}
      title={application.data?.applicant.fullName ?? t('nav.decisions')}
      below={application.data?.applicant.email}
      beside={application.data && <ApplicationBadge status={application.data.status} />}
    >
      {application.error && <Failure error={application.error} onRetry={() => void application.refetch()} />}
      {(application.isPending || house.isPending) && <Skeleton h={240} />}
      {application.data && site && <Sheet application={application.data} site={site} />}
    </Page>
  );
}

function Sheet({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const { answers, startsOn } = application;
  return (
    <Stack gap="xl" maw={820}>
      <div>
        {answers.idea && <Title order={2}>{answers.idea}</Title>}
        {startsOn && <Text c="dimmed">{t('decide.wantsFrom', { date: words.fullDate(startsOn) })}</Text>}
        {application.returnReason && <Text>{t('bookings.reason', { reason: application.returnReason })}</Text>}
        {application.decisionReason && <Text>{t('bookings.reason', { reason: application.decisionReason })}</Text>}
      </div>
      <Decide key={application.id} application={application} site={site} />
      <Grounds application={application} site={site} />
      <EligibilityList application={application} site={site} />
      <Reviews application={application} site={site} />
      <AnswerList application={application} />
    </Stack>
  );
}
