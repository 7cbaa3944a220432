import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { foretoldNo, sessionPreview, useBookSession } from '../../shared/coaching/commands';
import { CompanyChoice, useCompany } from '../../shared/coaching/Company';
import { useTopicName } from '../../shared/coaching/names';
import { RoomChoice } from '../../shared/coaching/RoomChoice';
import { SessionCost } from '../../shared/coaching/SessionCost';
import { isAnswered, SessionNo } from '../../shared/coaching/SessionNo';
import { SessionPlace } from '../../shared/coaching/SessionPlace';
import type { Coach, Session, SessionType, SessionWish } from '../../shared/coaching/views';
import { instant, localDate, minutesOf, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';

interface Props {
  span: Span | undefined;
  onClose: () => void;
  coach: Coach;
  assignmentId: string | undefined;
  site: Site;
  type: SessionType;
  mode: 'on_site' | 'remote';
}

/** The last look before a session is agreed: when, where, what it costs, what about; then one press. */
export function SessionSheet({ span, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      opened={span !== undefined}
      onClose={onClose}
      title={t('bookSession.sheet', { kind: t(`sessionType.${rest.type}`), name: rest.coach.fullName })}
    >
      {span && <SessionForm key={span.start} span={span} onClose={onClose} {...rest} />}
    </Sheet>
  );
}

function SessionForm(props: Omit<Props, 'span'> & { span: Span }) {
  const { coach, assignmentId, site, type, onClose } = props;
  const { t } = useTranslation();
  const words = useWords();
  const topicName = useTopicName();
  const now = useNow();
  const booking = useBookSession();
  const [span, setSpan] = useState(props.span);
  const [roomId, setRoomId] = useState('');
  const [isHybrid, setHybrid] = useState(false);
  const mode = props.mode === 'on_site' && isHybrid ? 'hybrid' : props.mode;
  const company = useCompany(assignmentId, type, usePerson().id);
  const form = useForm({ initialValues: { topic: '', expertiseTopic: '', brief: '' } });

  const wished = (when: Span, room: string): SessionWish => ({
    type,
    mode,
    start: instant(when.start),
    end: instant(when.end),
    ...(assignmentId ? { assignmentId } : { coachId: coach.id, siteId: site.id }),
    ...(mode !== 'remote' && (room ? { roomId: room } : { anyRoom: true })),
    ...(company.coming.length > 0 && { participants: company.coming }),
  });
  const preview = useQuery({ ...sessionPreview(wished(span, roomId)), enabled: booking.isIdle });
  const no = booking.isPending ? undefined : (booking.error ?? foretoldNo(preview.data) ?? preview.error);

  function book(when: Span, room: string) {
    const { topic, expertiseTopic, brief } = form.getValues();
    booking.mutate({
      ...wished(when, room),
      topic: topic.trim() || undefined,
      expertiseTopic: expertiseTopic || undefined,
      brief: brief.trim() || undefined,
    });
  }

  if (booking.data) return <Agreed session={booking.data} onClose={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        book(span, roomId);
      }}
    >
      <Stack>
        <Text>
          {mode === 'remote' ? t('session.overLink') : siteName(site)} ·{' '}
          {words.day(localDate(span.start, site.timeZone), localDate(now, site.timeZone))} ·{' '}
          {words.length(minutesOf(span))}
          <br />
          <Text component="span" fw={600}>
            <Clocks span={span} timeZone={site.timeZone} />
          </Text>
        </Text>
        {mode !== 'remote' && (
          <RoomChoice
            siteId={site.id}
            timeZone={site.timeZone}
            span={span}
            value={roomId}
            onChange={(room) => {
              setRoomId(room);
              booking.reset();
            }}
          />
        )}
        {props.mode === 'on_site' && coach.remote && (
          <Checkbox
            label={t('session.hybrid')}
            checked={isHybrid}
            onChange={(event) => {
              setHybrid(event.currentTarget.checked);
              booking.reset();
            }}
          />
        )}
        <CompanyChoice
          {...company}
          setComing={(ids) => {
            company.setComing(ids);
            booking.reset();
          }}
        />
        <TextInput label={t('session.topic')} maxLength={200} {...form.getInputProps('topic')} />
        <NativeSelect
          label={t('session.expertise')}
          data={[
            { value: '', label: t('session.noExpertise') },
            ...coach.expertise.map(({ topic }) => ({ value: topic, label: topicName(topic) })),
          ]}
          {...form.getInputProps('expertiseTopic')}
        />
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          label={t('session.brief')}
          description={t('session.briefHint')}
          {...form.getInputProps('brief')}
        />
        {!no && preview.data && <SessionCost charges={preview.data.charges} />}
        {no && (
          <SessionNo
            error={no}
            timeZone={site.timeZone}
            wish={span}
            busy={booking.isPending}
            onTake={(one) => {
              const other = spanOf(one);
              setSpan(other);
              setRoomId(one.resourceId);
              book(other, one.resourceId);
            }}
          />
        )}
        <Group gap="sm">
          {!isAnswered(no) && (
            <Button type="submit" flex="1 0 auto" loading={booking.isPending}>
              {booking.error ? t('action.tryAgain') : t('bookSession.confirm')}
            </Button>
          )}
          <Button variant="default" flex="none" onClick={onClose}>
            {isAnswered(no) ? t('bookSession.otherTime') : t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Agreed({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const span = spanOf(session);
  return (
    <Stack role="status" align="center" ta="center" pb="sm">
      <Text c="var(--oasis-accent)" component="span" style={{ display: 'flex' }}>
        <Icon name="check" size={56} />
      </Text>
      <Text fw={650} fz="xl">
        {t('bookSession.agreed')}
      </Text>
      <Text>
        {session.coach.fullName}
        <br />
        {words.date(localDate(span.start, session.timeZone))}
        <br />
        <Clocks span={span} timeZone={session.timeZone} />
        <br />
        <SessionPlace session={session} />
      </Text>
      <Group justify="center">
        <Button component={Link} to={`/coaching/sessions/${session.id}`} data-autofocus>
          {t('bookSession.see')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.done')}
        </Button>
      </Group>
    </Stack>
  );
}
