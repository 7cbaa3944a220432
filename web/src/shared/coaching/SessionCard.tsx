import { Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../api/use-session';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Icon } from '../ui/Icon';
import { SessionBadge } from './SessionBadge';
import classes from './SessionCard.module.css';
import { SessionPlace } from './SessionPlace';
import type { Session } from './views';

/** With whom a session is, for somebody who takes part: never oneself. */
export function companyOf(session: Session, personId: string): string[] {
  return [session.coach, ...session.participants].filter(({ id }) => id !== personId).map(({ fullName }) => fullName);
}

interface Props {
  session: Session;
  now: number;
  /** What can be done about it beside looking. */
  children?: ReactNode;
}

/** A session in a list: what about, with whom, when on both clocks, and where. The whole card leads to it. */
export function SessionCard({ session, now, children }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const span = spanOf(session);
  const today = localDate(now, session.timeZone);
  const company = companyOf(session, person.id);
  const kind = t(`sessionType.${session.type}`);
  return (
    <Paper component="article" withBorder radius="lg" p="md" className={classes.card} data-session={session.id}>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Text
          component="span"
          c={session.status === 'confirmed' ? 'var(--mantine-color-anchor)' : 'dimmed'}
          mt={2}
          lh={0}
        >
          <Icon name="talk" size={26} />
        </Text>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Group gap="xs" mb={2}>
            <Link to={`/coaching/sessions/${session.id}`} className={classes.title}>
              {session.topic || kind}
            </Link>
            {session.status !== 'confirmed' && <SessionBadge status={session.status} />}
          </Group>
          <Text>
            {words.day(localDate(span.start, session.timeZone), today)},{' '}
            <Clocks span={span} timeZone={session.timeZone} />
          </Text>
          <Text c="dimmed" className={classes.above}>
            {session.topic && `${kind} · `}
            {company.length > 0 && `${company.join(', ')} · `}
            <SessionPlace session={session} />
          </Text>
          {children && <div className={classes.above}>{children}</div>}
        </div>
      </Group>
    </Paper>
  );
}
