import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/booking/now';
import { useQuery } from '@tanstack/react-query';
import { useBookSession } from '../../shared/coaching/commands';
import { CompanyChoice, useCompany } from '../../shared/coaching/Company';
import { placeOf } from '../../shared/coaching/FollowUpChoice';
import { coachOf } from '../../shared/coaching/reads';
import { SlotPicker } from '../../shared/coaching/SlotPicker';
import { kinds } from '../../shared/coaching/views';
import type { Assignment, Session, SessionType } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { instant, minute, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { Sheet } from '../../shared/ui/Sheet';

const types = (Object.keys(kinds) as SessionType[]).filter((type) => kinds[type].underAssignment);

interface Props {
  assignment: Assignment;
  opened: boolean;
  onClose: () => void;
  /** The last session, after which this one follows. */
  last: Session | undefined;
}

/** Books a session with a founder on the spot; the next free time in two weeks is proposed. */
export function BookSheet({ assignment, opened, onClose, last }: Props) {
  const { t } = useTranslation();
  const name = assignment.entrepreneur.fullName;
  return (
    <Sheet opened={opened} onClose={onClose} title={t('coach.book.title', { name })}>
      {opened && <BookForm assignment={assignment} last={last} onClose={onClose} />}
    </Sheet>
  );
}

function BookForm({ assignment, last, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const now = useNow();
  const booking = useBookSession();
  const [type, setType] = useState<SessionType>('one_to_one');
  const [where, setWhere] = useState<'on_site' | 'remote'>(last?.mode === 'remote' ? 'remote' : 'on_site');
  const [isHybrid, setHybrid] = useState(last?.mode === 'hybrid');
  const [topic, setTopic] = useState('');
  const [span, setSpan] = useState<Span>();
  const { coach, siteId, timeZone, id } = assignment;
  const profile = useQuery(coachOf(coach.id));
  const company = useCompany(id, type, coach.id);
  const hasNobody = company.mates.length > 0 && company.coming.length === 0;
  const twoWeeks = 14 * 24 * 60 * minute;
  const wanted = Math.max(now, (last ? spanOf(last).start : now) + twoWeeks);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!span) return;
        const times = { start: instant(span.start), end: instant(span.end) };
        booking.mutate(
          {
            ...times,
            ...placeOf(where, isHybrid),
            type,
            assignmentId: id,
            topic: topic.trim() || undefined,
            participants: company.coming.length > 0 ? company.coming : undefined,
          },
          {
            onSuccess: () => {
              notifications.show({ message: t('coach.book.done') });
              onClose();
            },
          },
        );
      }}
    >
      <Stack>
        <NativeSelect
          label={t('coach.book.type')}
          value={type}
          onChange={(event) => setType(event.currentTarget.value as SessionType)}
          data={types.map((one) => ({ value: one, label: t(`sessionType.${one}`) }))}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('coach.book.where')}
          value={where}
          onChange={(value) => setWhere(value)}
          data={[
            { value: 'on_site', label: t('coach.followUp.onSite') },
            { value: 'remote', label: t('coach.followUp.remote') },
          ]}
        />
        {where === 'on_site' && profile.data?.remote && (
          <Checkbox
            label={t('session.hybrid')}
            checked={isHybrid}
            onChange={(event) => setHybrid(event.currentTarget.checked)}
          />
        )}
        <CompanyChoice {...company} />
        <SlotPicker
          coachId={coach.id}
          siteId={where === 'remote' ? undefined : siteId}
          timeZone={timeZone}
          minutes={kinds[type].usual}
          now={now}
          wanted={wanted}
          value={span}
          onChange={setSpan}
        />
        <TextInput
          label={t('coach.book.topic')}
          maxLength={120}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
        />
        <NotGranted error={booking.error} timeZone={timeZone} />
        <Group gap="sm">
          <Button type="submit" flex="1 0 auto" loading={booking.isPending} disabled={!span || hasNobody}>
            {t('coach.book.confirm')}
          </Button>
          <Button variant="default" flex="none" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
