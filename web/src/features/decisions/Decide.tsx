import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application, Locale, Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { plansOf, touchedByApplications } from '../../shared/membership/reads';
import { localDate } from '../../shared/time/site-time';
import { carryOut, decisionsFor, needsReason } from './decide';
import type { Decision } from './decide';

/** The next step of an application, with the words and dates that it needs. */
export function Decide({ application, site }: { application: Application; site: Site }) {
  const { t, i18n } = useTranslation();
  const plans = useQuery(plansOf(site.id));
  const decisions = decisionsFor(application);
  const [chosen, setChosen] = useState<string>();
  const today = localDate(useNow(), site.timeZone);
  const [startsOn, setStartsOn] = useState(application.startsOn ?? today);
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const [lacksReason, setLacksReason] = useState(false);
  const wished = plans.data?.find(({ planId }) => planId === application.planId) ?? plans.data?.[0];
  const plan = plans.data?.find(({ id }) => id === chosen) ?? wished;
  const deciding = useCommand(
    (decision: Decision) =>
      carryOut(application, decision, { reason, notify, startsOn, planVersionId: plan?.id ?? '' }),
    touchedByApplications,
  );
  const decide = (decision: Decision) => {
    const isSilent = needsReason(decision) && !reason.trim();
    setLacksReason(isSilent);
    if (isSilent) return;
    deciding.mutate(decision, {
      onSuccess: () => {
        notifications.show({ message: t(`decide.done.${decision}`) });
        setReason('');
      },
    });
  };
  // Somebody else was faster: the page shows what became of it, and this why the present wish did not.
  if (decisions.length === 0) return <NotGranted error={deciding.error} timeZone={site.timeZone} />;
  const approves = decisions.includes('approve');
  // Nobody decides before it is known what can be offered.
  if (approves && plans.isPending) return <Skeleton h={320} />;
  return (
    <Paper component="section" aria-label={t('decide.title')} withBorder radius="lg" p="lg">
      <Stack>
        <Title order={2}>{t('decide.title')}</Title>
        {approves && (
          <>
            <Group align="flex-start">
              <NativeSelect
                flex="1 1 12rem"
                label={t('apply.plan')}
                value={plan?.id ?? ''}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={(plans.data ?? []).map((one) => ({
                  value: one.id,
                  label: one.texts[i18n.language as Locale].name,
                }))}
              />
              <TextInput
                type="date"
                flex="1 1 9rem"
                label={t('decide.startsOn')}
                value={startsOn}
                onChange={(event) => setStartsOn(event.currentTarget.value)}
              />
            </Group>
            {plan && typeof plan.placesLeft === 'number' && (
              <Text>{t('plan.placesLeft', { places: plan.placesLeft })}</Text>
            )}
          </>
        )}
        {(approves || decisions.includes('return')) && (
          <Textarea
            label={t('decide.reason')}
            description={t('decide.reasonRead')}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            error={lacksReason && !reason.trim() ? t('refusal.reasoned_decision.why') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {approves && (
          <Checkbox
            label={t('decide.tellNow')}
            checked={notify}
            onChange={(event) => setNotify(event.currentTarget.checked)}
          />
        )}
        <NotGranted error={deciding.error} timeZone={site.timeZone} />
        <Group gap="sm">
          {decisions.map((decision, index) => (
            <Button
              key={decision}
              variant={index === 0 ? 'filled' : 'default'}
              loading={deciding.isPending && deciding.variables === decision}
              disabled={deciding.isPending || (decision === 'approve' && !plan)}
              onClick={() => decide(decision)}
            >
              {t(`decide.do.${decision}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}
