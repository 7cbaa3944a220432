import { Badge, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResourceRule, Site } from '../../shared/api/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { minute, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { useDayDeed } from './day-sheet';
import type { DayBooking } from './day-sheet';
import { DeclineSheet } from './DeclineSheet';

interface Props {
  site: Site;
  date: string;
  bookings: DayBooking[];
  rules: ResourceRule[];
  now: number;
  isToday: boolean;
}

/** In the order in which they ask something of whoever stands at the door. */
const groups = ['requested', 'confirmed', 'checked_in', 'no_show', 'completed'] as const;

/** Who has asked, is expected, is here, did not come and has left, each with what can be done. */
export function Comings({ site, date, bookings, rules, now, isToday }: Props) {
  const { t } = useTranslation();
  const deed = useDayDeed(site.id, date);
  const [declining, setDeclining] = useState<DayBooking>();
  const below = (id: string) =>
    deed.error && deed.variables.id === id && deed.variables.do !== 'reject' ? (
      <NotGranted error={deed.error} timeZone={site.timeZone} />
    ) : undefined;
  const deeds = (one: DayBooking) => {
    const isBusy = deed.isPending && deed.variables.id === one.id;
    const press = (wish: 'approve' | 'check-in' | 'check-out') => () => deed.mutate({ id: one.id, do: wish });
    if (one.status === 'requested')
      return (
        <>
          <Button size="sm" loading={isBusy} onClick={press('approve')}>
            {t('siteDay.approve')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setDeclining(one)}>
            {t('siteDay.decline')}
          </Button>
        </>
      );
    if (!isToday) return undefined;
    if (one.status === 'confirmed' && isOpen(one, rules, now))
      return (
        <Button size="sm" loading={isBusy} onClick={press('check-in')}>
          {t('siteDay.checkIn')}
        </Button>
      );
    if (one.status === 'checked_in')
      return (
        <Button size="sm" variant="default" loading={isBusy} onClick={press('check-out')}>
          {t('siteDay.checkOut')}
        </Button>
      );
    return undefined;
  };
  return (
    <>
      {groups.map((status) => {
        const some = bookings.filter((one) => one.status === status);
        if (some.length === 0) return null;
        return (
          <RowSection key={status} title={t(`siteDay.group.${status}`)} count={some.length}>
            <Rows>
              {some.map((one) => (
                <Row
                  key={one.id}
                  icon={one.resource.kind}
                  name={one.person.name}
                  deeds={deeds(one)}
                  below={below(one.id)}
                >
                  <Coming booking={one} timeZone={site.timeZone} isLate={status === 'confirmed' && isLate(one, now)} />
                </Row>
              ))}
            </Rows>
          </RowSection>
        );
      })}
      <DeclineSheet
        booking={declining}
        deed={deed}
        timeZone={site.timeZone}
        onClose={() => {
          deed.reset();
          setDeclining(undefined);
        }}
      />
    </>
  );
}

function Coming({ booking, timeZone, isLate }: { booking: DayBooking; timeZone: string; isLate: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { person, venture, resource, title, guests, extras, arrivedAt, leftAt } = booking;
  const facts = [
    title,
    arrivedAt && t('siteDay.came', { time: words.time(Date.parse(arrivedAt), timeZone) }),
    leftAt && t('siteDay.left', { time: words.time(Date.parse(leftAt), timeZone) }),
    guests.length > 0 && t('siteDay.with', { names: guests.join(', ') }),
    extras.length > 0 && t('siteDay.extras', { things: extras.map((one) => `${one.count} × ${one.name}`).join(', ') }),
  ].filter(Boolean);
  return (
    <>
      <Text component="span" fw={650}>
        {person.name}
      </Text>
      {venture && (
        <Text component="span" c="dimmed">
          {' '}
          · {venture}
        </Text>
      )}
      {isLate && (
        <Badge ml="xs" color="yellow" variant="light" tt="none">
          {t('siteDay.late')}
        </Badge>
      )}
      <Text>
        {words.span(spanOf(booking), timeZone)} · {resource.name}
      </Text>
      {facts.length > 0 && (
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
    </>
  );
}

/** Whether checking in is possible now under the rules of the kind; the server has the last word. */
function isOpen(booking: DayBooking, rules: ResourceRule[], now: number): boolean {
  const rule = rules.find(({ kind }) => kind === booking.resource.kind);
  const { start, end } = spanOf(booking);
  if (!rule) return now < end;
  return (
    start - rule.checkInBeforeMinutes * minute <= now && now <= Math.min(end, start + rule.checkInAfterMinutes * minute)
  );
}

function isLate(booking: DayBooking, now: number): boolean {
  return spanOf(booking).start + 5 * minute < now;
}
