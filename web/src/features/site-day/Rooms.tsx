import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import type { DayBooking, DaySession } from './day-sheet';
import classes from './SiteDayPage.module.css';

interface Use {
  id: string;
  span: Span;
  who: string;
}

const live = ['requested', 'confirmed', 'checked_in', 'completed'];

/** Each room that is used on the day, with its times in order: what to make ready for whom. */
export function Rooms(props: { bookings: DayBooking[]; sessions: DaySession[]; timeZone: string; now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const rooms = usesOf(props.bookings, props.sessions);
  if (rooms.length === 0) return null;
  return (
    <section aria-labelledby="rooms">
      <Title order={2} id="rooms" mb={8}>
        {t('siteDay.rooms')}
      </Title>
      <ul className={classes.rooms}>
        {rooms.map(({ name, uses }) => (
          <li key={name} className={classes.room}>
            <Text fw={650} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
              <Icon name="room" />
              {name}
            </Text>
            <ul className={classes.times}>
              {uses.map(({ id, span, who }) => (
                <li
                  key={id}
                  className={classes.time}
                  data-now={span.start <= props.now && props.now < span.end ? '' : undefined}
                >
                  <span>{words.span(span, props.timeZone)}</span>
                  <span>{who}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function usesOf(bookings: DayBooking[], sessions: DaySession[]): { name: string; uses: Use[] }[] {
  const found = new Map<string, Use[]>();
  const note = (name: string, use: Use) => found.set(name, [...(found.get(name) ?? []), use]);
  for (const one of bookings)
    if (one.resource.kind === 'room' && live.includes(one.status))
      note(one.resource.name, { id: one.id, span: spanOf(one), who: one.title ?? one.person.name });
  for (const one of sessions)
    if (one.room && one.status !== 'cancelled')
      note(one.room.name, { id: one.id, span: spanOf(one), who: one.coach.name });
  return [...found]
    .map(([name, uses]) => ({ name, uses: uses.toSorted((a, b) => a.span.start - b.span.start) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
