import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keepFile } from '../../shared/api/files';
import { usePerson } from '../../shared/api/use-session';
import { useReason } from '../../shared/booking/reason';
import { webLink } from '../../shared/coaching/link';
import { useTopicName } from '../../shared/coaching/names';
import { SessionBadge } from '../../shared/coaching/SessionBadge';
import { SessionPlace } from '../../shared/coaching/SessionPlace';
import type { Session } from '../../shared/coaching/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';

/** When, where, who, and what it takes from the wallet. */
export function SessionFacts({ session, now }: { session: Session; now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const topicName = useTopicName();
  const reason = useReason()(session);
  const span = spanOf(session);
  const { timeZone, participants, allowance, expertiseTopic } = session;
  const isAhead = session.status === 'confirmed' && span.end > now;
  const isCoach = session.coach.id === usePerson().id;
  const keeping = useMutation({
    mutationFn: () => keepFile(`/api/v1/coaching/sessions/${session.id}.ics`, 'session.ics'),
  });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text fw={650}>{t(`sessionType.${session.type}`)}</Text>
        <SessionBadge status={session.status} />
      </Group>
      <Fact icon="clock">
        {words.date(localDate(span.start, timeZone))}
        <br />
        <Clocks span={span} timeZone={timeZone} />
      </Fact>
      <Fact icon={session.room ? 'room' : 'globe'}>
        <SessionPlace session={session} />
      </Fact>
      <Fact icon="people">
        {t('session.coachIs', { name: session.coach.fullName })}
        <br />
        {participants.map(({ fullName }) => fullName).join(', ')}
      </Fact>
      {expertiseTopic && <Fact icon="flag">{topicName(expertiseTopic)}</Fact>}
      {session.heldMinutes !== null && (
        <Fact icon="check">{t('session.held', { length: words.length(session.heldMinutes) })}</Fact>
      )}
      {allowance && allowance.amount > 0 && !isCoach && (
        <Text size="sm" c="dimmed">
          {isAhead || session.status === 'held'
            ? t('session.cost.holds', { length: words.length(allowance.amount) })
            : t('session.cost.took', { length: words.length(allowance.amount) })}
        </Text>
      )}
      {reason && <Text size="sm">{t('session.reason', { reason })}</Text>}
      {session.followsId && (
        <Anchor component={Link} to={`/coaching/sessions/${session.followsId}`}>
          {t('session.before')}
        </Anchor>
      )}
      {isAhead && (
        <Group gap="sm">
          {webLink(session.remoteLink) && session.mode !== 'on_site' && (
            <Button component="a" href={webLink(session.remoteLink)} target="_blank" rel="noreferrer">
              {t('session.join')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Icon name="calendar" size={18} />}
            loading={keeping.isPending}
            onClick={() => keeping.mutate()}
          >
            {t('session.toCalendar')}
          </Button>
        </Group>
      )}
      {keeping.error && <Failure error={keeping.error} />}
    </Stack>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text component="span" c="dimmed" mt={2} lh={0}>
        <Icon name={icon} />
      </Text>
      <Text component="div" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}
