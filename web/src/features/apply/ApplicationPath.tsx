import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application, Site } from '../../shared/api/views';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';

interface Step {
  name: string;
  at: string | null;
  words?: string | null;
}

/** The way of an application: what has happened and when, where it stands, and what comes next. */
export function ApplicationPath({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const { status, submittedAt, decidedAt, decisionReason, returnReason, createdAt } = application;
  const steps: Step[] = [{ name: t('path.begun'), at: createdAt }];
  if (submittedAt) steps.push({ name: t('path.submitted'), at: submittedAt });
  if (status === 'returned') steps.push({ name: t('applicationStatus.returned'), at: null, words: returnReason });
  if (status === 'under_review') steps.push({ name: t('applicationStatus.under_review'), at: null });
  if (decidedAt && (status === 'approved' || status === 'rejected' || status === 'waitlisted'))
    steps.push({ name: t(`applicationStatus.${status}`), at: decidedAt, words: decisionReason });
  if (status === 'withdrawn' || status === 'expired')
    steps.push({ name: t(`applicationStatus.${status}`), at: application.updatedAt });
  const active = steps.length - 1;
  const ahead = {
    submitted: t('path.aheadReview'),
    under_review: t('path.aheadDecision'),
    waitlisted: t('path.aheadPlace'),
    approved: t('path.aheadOffer'),
  };
  const next = status in ahead ? ahead[status as keyof typeof ahead] : undefined;
  return (
    <Timeline component="ol" active={active} bulletSize={18} lineWidth={2} p={0} m={0}>
      {steps.map(({ name, at, words: reason }, index) => (
        <Timeline.Item
          component="li"
          key={name}
          title={name}
          aria-current={index === active ? 'step' : undefined}
          style={{ listStyle: 'none' }}
        >
          {at && (
            <Text size="sm" c="dimmed">
              {words.fullDate(localDate(Date.parse(at), site.timeZone))}
            </Text>
          )}
          {reason && <Text>{reason}</Text>}
        </Timeline.Item>
      ))}
      {next && (
        <Timeline.Item component="li" title={next} c="dimmed" style={{ listStyle: 'none' }} lineVariant="dashed" />
      )}
    </Timeline>
  );
}
