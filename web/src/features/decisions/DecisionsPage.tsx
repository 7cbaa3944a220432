import { Anchor, Button, Checkbox, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sitesRunBy } from '../../shared/api/duties';
import { siteName, siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Application, ApplicationStatus, Site } from '../../shared/api/views';
import { applicationsOf } from '../../shared/membership/reads';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { decisionsFor } from './decide';
import { DecideMany } from './DecideMany';

/** The order in which applications wait for somebody; drafts are their author's own. */
const order: ApplicationStatus[] = [
  'submitted',
  'under_review',
  'waitlisted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
];

/** The applications of a site, those that wait for a decision first. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  const site = siteNamed(run, query.get('site')) ?? run[0];
  const applications = useQuery({ ...applicationsOf(site?.id ?? ''), enabled: site !== undefined });
  const [chosenIds, setChosenIds] = useState<string[]>([]);
  const chosen = applications.data?.filter(({ id }) => chosenIds.includes(id)) ?? [];
  const groups = order.flatMap((status) => {
    const items = applications.data?.filter((one) => one.status === status) ?? [];
    return items.length > 0 ? [{ status, items }] : [];
  });
  return (
    <Page
      title={t('nav.decisions')}
      below={site && siteName(site)}
      beside={
        <SiteChoice
          sites={run}
          chosen={site}
          onChange={(slug) => {
            setChosenIds([]);
            setQuery({ site: slug });
          }}
        />
      }
    >
      {applications.error && <Failure error={applications.error} onRetry={() => void applications.refetch()} />}
      {(applications.isPending || house.isPending) && <Skeleton h={240} />}
      {applications.data && groups.length === 0 && <Empty scene="desk" title={t('decide.none')} />}
      <Stack gap="xl">
        {site && chosen.length > 0 && (
          <DecideMany key={site.id} applications={chosen} site={site} onDone={() => setChosenIds([])} />
        )}
        {site &&
          groups.map(({ status, items }) => (
            <section key={status} aria-labelledby={`group-${status}`}>
              <Group justify="space-between" mb="sm">
                <Title order={2} id={`group-${status}`}>
                  {t(`applicationStatus.${status}`)} ({items.length})
                </Title>
                {items.length > 1 && items.some((one) => decisionsFor(one).length > 0) && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() =>
                      setChosenIds(items.filter((one) => decisionsFor(one).length > 0).map(({ id }) => id))
                    }
                    aria-label={t('decideMany.chooseAllOf', { status: t(`applicationStatus.${status}`) })}
                  >
                    {t('decideMany.chooseAll')}
                  </Button>
                )}
              </Group>
              <Stack gap="sm">
                {items.map((application) => (
                  <Card
                    key={application.id}
                    application={application}
                    site={site}
                    isChosen={chosenIds.includes(application.id)}
                    onChoose={(wanted) =>
                      setChosenIds(
                        wanted ? [...chosenIds, application.id] : chosenIds.filter((one) => one !== application.id),
                      )
                    }
                  />
                ))}
              </Stack>
            </section>
          ))}
      </Stack>
    </Page>
  );
}

interface CardProps {
  application: Application;
  site: Site;
  isChosen: boolean;
  onChoose: (wanted: boolean) => void;
}

function Card({ application, site, isChosen, onChoose }: CardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { id, applicant, answers, submittedAt, reviewCount, eligibility, notifiedAt, decidedAt } = application;
  const failing = eligibility.filter(({ counts }) => counts === 'fail').length;
  const open = eligibility.filter(({ counts }) => counts === 'manual').length;
  const facts = [
    submittedAt && t('decide.submittedOn', { date: words.fullDate(localDate(Date.parse(submittedAt), site.timeZone)) }),
    reviewCount !== null && t('decide.reviews', { reviews: reviewCount }),
    failing > 0 && t('decide.failing', { rules: failing }),
    open > 0 && t('decide.manual', { rules: open }),
    decidedAt && !notifiedAt && t('decide.notTold'),
  ].filter(Boolean);
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={applicant.fullName}>
      <Group wrap="nowrap" align="flex-start">
        {decisionsFor(application).length > 0 && (
          <Checkbox
            aria-label={t('decideMany.choose', { name: applicant.fullName })}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={`/decisions/${id}`} fw={650}>
            {applicant.fullName}
          </Anchor>
          {answers.idea && <Text>{answers.idea}</Text>}
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
