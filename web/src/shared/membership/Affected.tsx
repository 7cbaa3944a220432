import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import type { Booking } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';

type Fallen = components['schemas']['FallenSessionView'];

/** What a change of a membership or of a team takes away. */
export interface AffectedByChange {
  /** Left out where no booking can be touched. */
  affectedBookings?: Booking[];
  affectedSessions?: Fallen[];
  /** Sessions of the team that go on without the person. */
  sessionsLeft?: Fallen[];
}

/** The bookings and coaching sessions that a change would cancel, and the sessions that would go on without the person. */
export function Affected({ affectedBookings, affectedSessions = [], sessionsLeft = [] }: AffectedByChange) {
  const { t } = useTranslation();
  const words = useWords();
  const when = (one: { start: string; end: string; timeZone: string }) =>
    `${words.fullDate(localDate(spanOf(one).start, one.timeZone))}, ${words.span(spanOf(one), one.timeZone)}`;
  const session = (one: Fallen) => ({ id: one.id, text: `${t(`sessionType.${one.type}`)}, ${when(one)}` });
  const groups = [
    {
      title: t('affected.some'),
      lines: (affectedBookings ?? []).map((one) => ({ id: one.id, text: `${one.resource.name}, ${when(one)}` })),
    },
    { title: t('affected.sessions'), lines: affectedSessions.map(session) },
    { title: t('affected.left'), lines: sessionsLeft.map(session) },
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return affectedBookings && <Text>{t('affected.none')}</Text>;
  return (
    <Stack gap="xs" data-affected={groups.reduce((sum, { lines }) => sum + lines.length, 0)}>
      {groups.map(({ title, lines }) => (
        <div key={title}>
          <Text fw={650}>{title}</Text>
          <List>
            {lines.map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </Stack>
  );
}
