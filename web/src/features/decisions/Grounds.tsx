import { Alert, Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import type { Application, Locale, Site } from '../../shared/api/views';
import { applicationsOf, membershipsOf, plansOf } from '../../shared/membership/reads';
import { ApplicationBadge, MembershipBadge } from '../../shared/membership/StatusBadge';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';

/** So many decisions of the past are shown. */
const most = 3;
const criteria = ['team', 'problem', 'novelty', 'feasibility', 'fit', 'need'] as const;

const conflicts = queryOptions({
  queryKey: ['conflicts-of-interest'],
  queryFn: async () =>
    (await answered(api.GET('/api/v1/conflicts-of-interest', { params: { query: { limit: 100 } } }))).items,
});

/** What a decision rests on beside the application: places, use so far, scores, conflicts of interest, and precedents. */
export function Grounds({ application, site }: { application: Application; site: Site }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const plans = useQuery(plansOf(site.id));
  const memberships = useQuery(membershipsOf(site.id));
  const declared = useQuery(conflicts);
  const all = useQuery(applicationsOf(site.id));
  const { applicant, planId } = application;
  const plan = plans.data?.find((one) => one.planId === planId);
  const earlier = memberships.data?.filter(({ personId }) => personId === applicant.id) ?? [];
  const apart =
    declared.data?.filter(
      ({ personId, aboutPersonId, endedAt }) =>
        endedAt === null && (personId === applicant.id || aboutPersonId === applicant.id),
    ) ?? [];
  const decided = (all.data ?? [])
    .filter((one) => one.id !== application.id && one.decidedAt !== null)
    .map((one) => ({ one, alike: likeness(one, application) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((a, b) => b.alike - a.alike || (b.one.decidedAt ?? '').localeCompare(a.one.decidedAt ?? ''));
  const yes = decided.filter(({ one }) => one.status === 'approved').length;
  const scores = application.reviews?.flatMap((review) => review.scores ?? []) ?? [];
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="grounds">
      <Title order={2} id="grounds" mb="sm">
        {t('grounds.title')}
      </Title>
      <Stack gap="sm">
        {apart.map(({ id, about, kind }) => (
          <Alert key={id} color="red" icon={<Icon name="warning" />} title={t('grounds.conflict')}>
            {t('grounds.conflictOf', { name: about, kind: t(`grounds.conflictKind.${kind}`) })}
          </Alert>
        ))}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Ground title={t('grounds.places')}>
            {!plan && t('grounds.noPlan')}
            {plan &&
              (plan.places === null || plan.placesLeft === null
                ? t('grounds.noLimit', { plan: plan.texts[i18n.language as Locale].name })
                : t('grounds.left', {
                    plan: plan.texts[i18n.language as Locale].name,
                    left: plan.placesLeft,
                    places: plan.places,
                  }))}
          </Ground>
          <Ground title={t('grounds.scores')}>
            {scores.length === 0
              ? t('grounds.noScores')
              : criteria.map((one) => (
                  <span key={one} style={{ display: 'block' }}>
                    {t('grounds.score', {
                      criterion: t(`decide.criterion.${one}`),
                      score: number.format(scores.reduce((sum, score) => sum + score[one], 0) / scores.length),
                    })}
                  </span>
                ))}
          </Ground>
          <Ground title={t('grounds.use')}>
            {earlier.length === 0
              ? t('grounds.noUse')
              : earlier.map(({ id, plan: had, status, startsOn }) => (
                  <span key={id} style={{ display: 'block', marginBottom: 4 }}>
                    <Anchor component={Link} to={`/members/${id}`}>
                      {had.name}
                    </Anchor>{' '}
                    {words.fullDate(startsOn)} <MembershipBadge status={status} />
                  </span>
                ))}
          </Ground>
          <Ground title={t('grounds.precedents')}>
            {decided.length === 0 ? t('grounds.noPrecedents') : t('grounds.soFar', { yes, all: decided.length })}
            {decided.slice(0, most).map(({ one }) => (
              <span key={one.id} style={{ display: 'block', marginTop: 4 }}>
                <Anchor component={Link} to={`/decisions/${one.id}`}>
                  {one.answers.idea ?? one.applicant.fullName}
                </Anchor>{' '}
                <ApplicationBadge status={one.status} />
              </span>
            ))}
          </Ground>
        </SimpleGrid>
        {decided.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('grounds.alikeMeans')}
          </Text>
        )}
      </Stack>
    </section>
  );
}

function Ground({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder radius="lg" p="md">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text component="div">{children}</Text>
    </Paper>
  );
}

/** How much two applications have in common: the plan, the field and the stage count one each. */
function likeness(one: Application, other: Application): number {
  const same = (a: unknown, b: unknown) => (a !== null && a !== undefined && a === b ? 1 : 0);
  return (
    same(one.planId, other.planId) +
    same(one.answers.sector, other.answers.sector) +
    same(one.answers.stage, other.answers.stage)
  );
}
