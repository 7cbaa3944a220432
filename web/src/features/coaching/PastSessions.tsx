import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SessionCard } from '../../shared/coaching/SessionCard';
import type { Session } from '../../shared/coaching/views';
import { spanOf } from '../../shared/time/site-time';
import { Part } from './Part';

/** How many are shown before somebody asks for all. */
const few = 4;

/** Sessions that are over, the latest first, with what was shared and a question how it was. */
export function PastSessions({ sessions, now }: { sessions: Session[]; now: number }) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const past = sessions.filter((one) => one.status !== 'confirmed' || spanOf(one).end <= now).toReversed();
  if (past.length === 0) return null;
  return (
    <Part id="past" title={t('coaching.past')}>
      <Stack gap="sm">
        {(isAll ? past : past.slice(0, few)).map((session) => (
          <SessionCard key={session.id} session={session} now={now}>
            <After session={session} />
          </SessionCard>
        ))}
        {!isAll && past.length > few && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('coaching.allPast', { count: past.length })}
          </Button>
        )}
      </Stack>
    </Part>
  );
}

/** What is left of a session: its shared notes, and whether one has told how it was. */
function After({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { sharedNotes, openActionItems } = session.counts;
  return (
    <Group gap="sm" mt={4}>
      {sharedNotes > 0 && <Text size="sm">{t('coaching.notes', { count: sharedNotes })}</Text>}
      {openActionItems > 0 && <Text size="sm">{t('coaching.openItems', { count: openActionItems })}</Text>}
      {session.status === 'closed' && !session.feedbackGiven && (
        <Button component={Link} to={`/coaching/sessions/${session.id}#feedback`} size="xs" variant="light">
          {t('feedback.ask')}
        </Button>
      )}
    </Group>
  );
}
