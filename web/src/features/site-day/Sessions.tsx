import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import type { DaySession } from './day-sheet';

const colours = { confirmed: 'palm', held: 'palm', closed: 'gray', cancelled: 'gray', no_show: 'red' };

/** The meetings of coaches and founders on a day; what they talk about is nobody else's. */
export function Sessions({ sessions, timeZone }: { sessions: DaySession[]; timeZone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  if (sessions.length === 0) return null;
  return (
    <RowSection title={t('siteDay.sessions')} count={sessions.length}>
      <Rows>
        {sessions.map((one) => (
          <Row key={one.id} icon="talk" name={one.coach.name}>
            <Text component="span" fw={650}>
              {one.coach.name}
            </Text>{' '}
            <Text component="span">
              {t('siteDay.and', { names: one.participants.map(({ name }) => name).join(', ') })}
            </Text>
            {one.status !== 'confirmed' && (
              <Badge ml="xs" color={colours[one.status]} variant="light" tt="none">
                {t(`siteDay.session.${one.status}`)}
              </Badge>
            )}
            <Text>
              {words.span(spanOf(one), timeZone)} · {one.room?.name ?? t(`siteDay.mode.${one.mode}`)}
            </Text>
          </Row>
        ))}
      </Rows>
    </RowSection>
  );
}
