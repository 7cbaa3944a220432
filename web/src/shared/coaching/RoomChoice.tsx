import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../api/house';
import { freeSpans, takenOf } from '../booking/plan';
import { localDate } from '../time/site-time';
import type { Span } from '../time/site-time';

interface Props {
  siteId: string;
  timeZone: string;
  span: Span;
  /** The room; empty for any that is free. */
  value: string;
  onChange: (roomId: string) => void;
  /** Without this session a room counts as free: the one that is moved. */
  except?: string;
}

/** Any free room of a site, or a certain one; those that are taken at that time say so. */
export function RoomChoice({ siteId, timeZone, span, value, onChange, except }: Props) {
  const { t } = useTranslation();
  const day = useQuery(dayOf(siteId, localDate(span.start, timeZone)));
  const rooms = day.data?.resources.filter(({ resource }) => resource.kind === 'room') ?? [];
  return (
    <NativeSelect
      label={t('session.room')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('session.anyRoom') },
        ...rooms.map((row) => {
          const others = takenOf(row).filter(({ bookingId }) => except === undefined || bookingId !== except);
          const isFree = freeSpans([span], others).some(({ start, end }) => start === span.start && end === span.end);
          const { id, name } = row.resource;
          return { value: id, label: isFree ? name : t('session.roomTaken', { room: name }) };
        }),
      ]}
    />
  );
}
