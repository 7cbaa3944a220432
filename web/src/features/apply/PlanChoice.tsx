import { Button, NativeSelect, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { siteName } from '../../shared/api/house';
import { Submission } from '../../shared/api/submission';
import type { Locale, Plan, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { PlanFacts, Price } from '../../shared/membership/PlanFacts';
import { plansOf, touchedByApplications } from '../../shared/membership/reads';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';

/** The sites and what each offers; one press begins an application. */
export function PlanChoice({ sites }: { sites: Site[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(sites[0]?.id ?? '');
  const plans = useQuery({ ...plansOf(chosen), enabled: chosen !== '' });
  const [submission] = useState(() => new Submission());
  const site = sites.find(({ id }) => id === chosen);
  const beginning = useCommand(async (plan: Plan) => {
    const body = { siteId: plan.siteId, planId: plan.planId };
    const header = { 'Idempotency-Key': submission.keyFor(body) };
    const begun = await answered(api.POST('/api/v1/applications', { params: { header }, body }));
    submission.done();
    return begun;
  }, touchedByApplications);
  // Seats in a team and visits come with somebody's membership; nobody applies for them.
  const offered = plans.data?.filter((plan) => plan.needs === 'nothing');
  return (
    <Stack gap="lg">
      <Text>{t('apply.intro')}</Text>
      <NativeSelect
        label={t('day.site')}
        value={chosen}
        maw={320}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={sites.map((one) => ({ value: one.id, label: siteName(one) }))}
      />
      {plans.error && <Failure error={plans.error} onRetry={() => void plans.refetch()} />}
      <NotGranted error={beginning.error} timeZone={site?.timeZone ?? 'UTC'} />
      {plans.isPending && <Skeleton h={240} />}
      {offered?.length === 0 && <Empty scene="desk" title={t('apply.noPlans')} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {offered?.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            busy={beginning.isPending && beginning.variables.id === plan.id}
            onChoose={() => beginning.mutate(plan)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function PlanCard({ plan, busy, onChoose }: { plan: Plan; busy: boolean; onChoose: () => void }) {
  const { t, i18n } = useTranslation();
  const { name, summary } = plan.texts[i18n.language as Locale];
  return (
    <Paper component="article" withBorder radius="lg" p="lg" aria-label={name}>
      <Stack h="100%" gap="sm">
        <Title order={2}>{name}</Title>
        <Text>{summary}</Text>
        <Price plan={plan} />
        <PlanFacts plan={plan} />
        {plan.placesLeft !== null && (
          <Text c="dimmed" size="sm">
            {plan.placesLeft === 0 ? t('plan.full') : t('plan.placesLeft', { places: plan.placesLeft })}
          </Text>
        )}
        <Button mt="auto" loading={busy} onClick={onChoose} aria-label={t('apply.choosePlan', { plan: name })}>
          {t('apply.choose')}
        </Button>
      </Stack>
    </Paper>
  );
}
