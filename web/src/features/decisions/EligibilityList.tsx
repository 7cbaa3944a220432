import { Badge, Button, Group, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Application, Eligibility, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByApplications } from '../../shared/membership/reads';
import { useWords } from '../../shared/time/words';
import { Sheet } from '../../shared/ui/Sheet';

/** Why a rule says what it says; what was judged before there were codes is told in the words in which it was kept. */
function useGround(): (rule: Eligibility) => string {
  const { t } = useTranslation();
  const words = useWords();
  return ({ because, facts, reason }) => {
    const { until } = facts;
    const said = { ...facts, ...(typeof until === 'string' && { until: words.fullDate(until) }) };
    return because === null ? reason : t(`ground.${because}`, said);
  };
}

const colours = { pass: 'palm', fail: 'red', manual: 'yellow' };

/** What each rule of the site says, why, and what a manager said instead. */
export function EligibilityList({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const ground = useGround();
  const [overriding, setOverriding] = useState<Eligibility>();
  if (application.eligibility.length === 0) return null;
  const mayOverride = ['submitted', 'under_review', 'waitlisted'].includes(application.status);
  return (
    <section aria-labelledby="eligibility">
      <Title order={2} id="eligibility" mb="sm">
        {t('decide.eligibility')}
      </Title>
      <Paper withBorder radius="lg" p="lg">
        <Stack component="ul" m={0} p={0} gap="md">
          {application.eligibility.map((rule) => (
            <Group component="li" key={rule.code} justify="space-between" style={{ listStyle: 'none' }}>
              <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                <Badge color={colours[rule.counts]} variant="light" tt="none">
                  {t(`decide.outcome.${rule.counts}`)}
                </Badge>
                <Text mt={4}>{ground(rule)}</Text>
                {rule.override && <Text c="dimmed">{t('decide.overridden', { reason: rule.override.reason })}</Text>}
              </div>
              {mayOverride && (rule.counts !== 'pass' || rule.override) && (
                <Button size="sm" variant="default" onClick={() => setOverriding(rule)}>
                  {t('decide.override')}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      </Paper>
      <Sheet opened={overriding !== undefined} onClose={() => setOverriding(undefined)} title={t('decide.override')}>
        {overriding && (
          <Override application={application} rule={overriding} site={site} onDone={() => setOverriding(undefined)} />
        )}
      </Sheet>
    </section>
  );
}

interface OverrideProps {
  application: Application;
  rule: Eligibility;
  site: Site;
  onDone: () => void;
}

function Override({ application, rule, site, onDone }: OverrideProps) {
  const { t } = useTranslation();
  const ground = useGround();
  const [outcome, setOutcome] = useState<'pass' | 'fail'>('pass');
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const params = { path: { id: application.id, code: rule.code } };
  const saying = useCommand(
    (body: { outcome: 'pass' | 'fail'; reason: string }) =>
      answered(api.POST('/api/v1/applications/{id}/eligibility/{code}/override', { params, body })),
    touchedByApplications,
  );
  return (
    <Stack>
      <Text>{ground(rule)}</Text>
      <Radio.Group
        label={t('decide.counts')}
        value={outcome}
        onChange={(value) => setOutcome(value === 'fail' ? 'fail' : 'pass')}
      >
        <Group mt={6}>
          <Radio value="pass" label={t('decide.outcome.pass')} />
          <Radio value="fail" label={t('decide.outcome.fail')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t('decide.reason')}
        description={t('decide.reasonRead')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        error={isTold && !reason.trim() ? t('apply.needed') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NotGranted error={saying.error} timeZone={site.timeZone} />
      <Button
        loading={saying.isPending}
        onClick={() => {
          setTold(true);
          if (reason.trim()) saying.mutate({ outcome, reason: reason.trim() }, { onSuccess: onDone });
        }}
      >
        {t('action.save')}
      </Button>
    </Stack>
  );
}
