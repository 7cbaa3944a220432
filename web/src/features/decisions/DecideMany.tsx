import { Alert, Button, Checkbox, Group, NativeSelect, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import type { Application, Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { useCommand } from '../../shared/membership/command';
import { plansOf, touchedByApplications } from '../../shared/membership/reads';
import { useSentences } from '../../shared/refusals/sentences';
import { localDate } from '../../shared/time/site-time';
import { failureText } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { carryOut, decisionsFor, needsReason } from './decide';
import type { Decision } from './decide';

/** What came of one of many. */
interface Outcome {
  id: string;
  name: string;
  error: unknown;
}

/** The same answer to several applications. Each is decided for itself, and what came of each is told. */
export function DecideMany(props: { applications: Application[]; site: Site; onDone: () => void }) {
  const { applications, site, onDone } = props;
  const { t } = useTranslation();
  const said = useWhyNot(site.timeZone);
  const plans = useQuery(plansOf(site.id));
  const today = localDate(useNow(), site.timeZone);
  const decisions = [...new Set(applications.flatMap(decisionsFor))];
  const [asked, setAsked] = useState<Decision>();
  const decision = decisions.find((one) => one === asked) ?? decisions[0];
  const [reason, setReason] = useState('');
  const [notify, setNotify] = useState(true);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const fitting = applications.filter((one) => decision && decisionsFor(one).includes(decision));
  const lacksReason = decision !== undefined && needsReason(decision) && !reason.trim();

  const deciding = useCommand(async (wanted: Decision): Promise<Outcome[]> => {
    const done: Outcome[] = [];
    // One after another: the last place of a plan goes to whoever stands first.
    for (const application of fitting) {
      const { id, applicant, planId, startsOn } = application;
      const plan = plans.data?.find((one) => one.planId === planId) ?? plans.data?.[0];
      const terms = { reason, notify, planVersionId: plan?.id ?? '', startsOn: later(startsOn, today) };
      const error: unknown = await carryOut(application, wanted, terms).then(
        () => undefined,
        (problem: unknown) => problem,
      );
      done.push({ id, name: applicant.fullName, error });
    }
    return done;
  }, touchedByApplications);

  return (
    <Paper component="section" aria-labelledby="many" withBorder radius="lg" p="lg">
      <Stack>
        <Title order={2} id="many">
          {t('decideMany.title', { count: applications.length })}
        </Title>
        <Group align="flex-end">
          <NativeSelect
            label={t('decideMany.answer')}
            value={decision ?? ''}
            onChange={(event) => setAsked(decisions.find((one) => one === event.currentTarget.value))}
            data={decisions.map((value) => ({ value, label: t(`decide.do.${value}`) }))}
          />
          {fitting.length < applications.length && (
            <Text size="sm" c="dimmed">
              {t('decideMany.onlyFor', { fitting: fitting.length, all: applications.length })}
            </Text>
          )}
        </Group>
        {decision === 'approve' && <Text size="sm">{t('decideMany.eachOwnPlan')}</Text>}
        {decision !== 'notify' && decision !== 'start-review' && (
          <Textarea
            label={t('decide.reason')}
            description={t('decide.reasonRead')}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {decision && ['approve', 'waitlist', 'reject'].includes(decision) && (
          <Checkbox
            label={t('decide.tellNow')}
            checked={notify}
            onChange={(event) => setNotify(event.currentTarget.checked)}
          />
        )}
        {outcomes.length > 0 && (
          <Alert role="status" icon={<Icon name="list" />} title={t('decideMany.outcomes')}>
            {outcomes.map(({ id, name, error }) => (
              <Text key={id}>
                {t('decideMany.outcome', { name, what: error ? said(error) : t('decideMany.done') })}
              </Text>
            ))}
          </Alert>
        )}
        <Group>
          <Button
            loading={deciding.isPending}
            disabled={!decision || fitting.length === 0 || lacksReason || plans.isPending}
            onClick={() => decision && deciding.mutate(decision, { onSuccess: setOutcomes })}
          >
            {decision && t('decideMany.do', { decision: t(`decide.do.${decision}`), count: fitting.length })}
          </Button>
          <Button variant="default" onClick={onDone} disabled={deciding.isPending}>
            {t('decideMany.stop')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Says why one of many was not decided. */
function useWhyNot(timeZone: string): (error: unknown) => string {
  const { t } = useTranslation();
  const sentence = useSentences(timeZone);
  return (error) =>
    error instanceof Problem && error.refusals.length > 0
      ? error.refusals.map((refusal) => sentence(refusal).why).join(' ')
      : failureText(error, t);
}

/** Nobody begins before today. */
function later(startsOn: string | null, today: string): string {
  return startsOn !== null && startsOn > today ? startsOn : today;
}
