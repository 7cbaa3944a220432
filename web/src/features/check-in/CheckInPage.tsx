import { Button, Group, Loader, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { sites } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import { open } from '../../shared/api/session';
import { useVisit } from '../../shared/api/use-session';
import type { Scan } from '../../shared/api/views';
import { BookingSheet } from '../../shared/booking/BookingSheet';
import type { Wish } from '../../shared/booking/BookingSheet';
import { useLife, useRefresh } from '../../shared/booking/commands';
import { localDate, minute } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

/** Where the code on a desk leads: checks in, or says kindly what is possible instead. Strangers are asked to sign in. */
export function CheckInPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const { standing, person } = useVisit();
  return (
    <Page title={t('scan.title')}>
      {standing === 'starting' ? (
        <Loader role="status" aria-label={t('action.loading')} mx="auto" my="xl" style={{ display: 'block' }} />
      ) : person ? (
        <Scanned key={`${person.id} ${code}`} code={code} />
      ) : (
        <Doorstep code={code} />
      )}
    </Page>
  );
}

/** Before the sign-in: which place it is, and the way in, which leads back here. */
function Doorstep({ code }: { code: string }) {
  const { t } = useTranslation();
  const place = useQuery({
    queryKey: ['coded-place', code],
    queryFn: () => answered(open.GET('/api/v1/check-in-codes/{code}', { params: { path: { code } } })),
    retry: false,
  });
  if (place.error)
    return isUnknown(place.error) ? <Unknown /> : <Failure error={place.error} onRetry={() => void place.refetch()} />;
  if (!place.data) return <Skeleton h={180} />;
  return (
    <Answer icon={place.data.kind} title={place.data.resource} text={place.data.site}>
      <Button component={Link} to={`/sign-in?to=${encodeURIComponent(`/c/${code}`)}`} size="lg">
        {t('scan.signIn')}
      </Button>
    </Answer>
  );
}

function Scanned({ code }: { code: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const scanning = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/check-in-codes/{code}/check-in', { params: { path: { code } } })),
    onSuccess: refresh,
  });
  const isBegun = useRef(false);
  const { mutate } = scanning;
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    mutate();
  }, [mutate]);

  if (scanning.error)
    return isUnknown(scanning.error) ? (
      <Unknown />
    ) : (
      <Failure error={scanning.error} onRetry={() => scanning.mutate()} />
    );
  if (!scanning.data)
    return <Loader role="status" aria-label={t('action.loading')} mx="auto" my="xl" style={{ display: 'block' }} />;
  return <Outcome scan={scanning.data} onAgain={() => scanning.mutate()} />;
}

const isUnknown = (error: unknown) => error instanceof Problem && [400, 404].includes(error.status);

function Unknown() {
  const { t } = useTranslation();
  return (
    <Empty scene="lost" title={t('scan.unknown')} text={t('scan.unknownText')}>
      <Button component={Link} to="/day" mt="sm">
        {t('home.seeDay')}
      </Button>
    </Empty>
  );
}

function Outcome({ scan, onAgain }: { scan: Scan; onAgain: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { outcome, resource, booking, timeZone } = scan;
  const time = (text: string | null) => (text ? words.time(Date.parse(text), timeZone) : '');
  const toBooking = booking && (
    <Button component={Link} to={`/bookings/${booking.id}`} variant="default">
      {t('booking.see')}
    </Button>
  );
  const otherPlace = (
    <Button component={Link} to="/day" variant="default">
      {t('scan.elsewhereFree')}
    </Button>
  );
  const again = <Button onClick={onAgain}>{t('action.tryAgain')}</Button>;

  switch (outcome) {
    case 'checked_in':
      return (
        <Answer
          icon="check"
          isGood
          title={t('scan.welcome', { place: resource.name })}
          text={booking ? t('scan.yoursUntil', { time: time(booking.end) }) : undefined}
        >
          {booking && <Leave id={booking.id} />}
          {toBooking}
        </Answer>
      );
    case 'elsewhere':
      return (
        <Answer
          icon="right"
          title={t('scan.elsewhere', { place: booking?.resource.name ?? '' })}
          text={t('scan.elsewhereText', { here: resource.name })}
        >
          {toBooking}
        </Answer>
      );
    case 'too_early':
      return (
        <Answer
          icon="clock"
          title={t('scan.tooEarly')}
          text={t('scan.tooEarlyText', { from: time(scan.from), until: time(scan.until) })}
        >
          {again}
          {toBooking}
        </Answer>
      );
    case 'too_late':
      return (
        <Answer icon="clock" title={t('scan.tooLate')} text={t('scan.tooLateText', { until: time(scan.until) })}>
          {toBooking}
          {otherPlace}
        </Answer>
      );
    case 'not_confirmed':
      return (
        <Answer icon="clock" title={t('scan.notConfirmed')} text={t('scan.notConfirmedText')}>
          {again}
          {toBooking}
        </Answer>
      );
    case 'free':
      return <Free scan={scan} />;
    case 'taken':
      return (
        <Answer icon="people" title={t('scan.taken', { time: time(scan.until) })} text={t('scan.takenText')}>
          {otherPlace}
        </Answer>
      );
    case 'closed':
      return (
        <Empty scene="night" title={t('scan.closed')} text={t('scan.closedText')}>
          {otherPlace}
        </Empty>
      );
  }
}

/** At a free place without a booking: one press to have it. */
function Free({ scan }: { scan: Scan }) {
  const { t } = useTranslation();
  const words = useWords();
  const house = useQuery(sites);
  const site = house.data?.find(({ id }) => id === scan.siteId);
  const [wish, setWish] = useState<Wish>();
  const [from, until] = [Date.parse(scan.from ?? ''), Date.parse(scan.until ?? '')];
  const { resource, timeZone } = scan;
  return (
    <Answer
      icon={resource.kind}
      isGood
      title={t('scan.free', { place: resource.name })}
      text={t('scan.freeText', { time: words.time(until, timeZone) })}
    >
      <Button
        disabled={!site}
        onClick={() =>
          setWish({
            date: localDate(from, timeZone),
            kind: resource.kind,
            resource,
            span: { start: from, end: Math.min(until, from + 120 * minute) },
          })
        }
      >
        {t('scan.bookIt')}
      </Button>
      {site && <BookingSheet site={site} wish={wish} onClose={() => setWish(undefined)} />}
    </Answer>
  );
}

function Leave({ id }: { id: string }) {
  const { t } = useTranslation();
  const life = useLife();
  if (life.data) return <Text role="status">{t('scan.left', { place: life.data.resource.name })}</Text>;
  return (
    <>
      <Button variant="default" loading={life.isPending} onClick={() => life.mutate({ id, command: 'check-out' })}>
        {t('bookings.checkOut')}
      </Button>
      {life.error && <Failure error={life.error} />}
    </>
  );
}

function Answer(props: { icon: IconName; title: string; text?: string; isGood?: boolean; children: ReactNode }) {
  return (
    <Paper withBorder radius="lg" p="xl" maw={520} mx="auto" role="status">
      <Stack align="center" ta="center" gap="sm">
        <Text component="span" c={props.isGood ? 'var(--oasis-accent)' : 'dimmed'} lh={0}>
          <Icon name={props.icon} size={64} />
        </Text>
        <Title order={2}>{props.title}</Title>
        {props.text && <Text c="dimmed">{props.text}</Text>}
        <Group justify="center" gap="sm" mt="xs">
          {props.children}
        </Group>
      </Stack>
    </Paper>
  );
}
