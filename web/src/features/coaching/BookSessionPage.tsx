import { Button, Group, NativeSelect, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ownSite, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { coachesOf, coachOf, myAssignments, slotsOf } from '../../shared/coaching/reads';
import { kinds, shortest } from '../../shared/coaching/views';
import type { Assignment, Coach, SessionType } from '../../shared/coaching/views';
import { isStanding, myMemberships } from '../../shared/membership/reads';
import { minute } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { SessionSheet } from './SessionSheet';
import { SlotChoice } from './SlotChoice';

/** With whom a session is booked: under an assignment, or an office hour with any coach. */
interface Partner {
  coachId: string;
  name: string;
  assignment?: Assignment;
}

const chargedTypes = ['one_to_one', 'team', 'milestone_review', 'pitch_practice'] as const;

/** How many days of free times are shown at once, and how far ahead sessions are agreed upon at most. */
const window = 28;
const horizon = 120;
const day = 24 * 60 * minute;

/** A session with a coach and a room in one act: with whom, what, where; then a free time, and one press. */
export function BookSessionPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query] = useSearchParams();
  const house = useQuery(sites);
  const assignments = useQuery(myAssignments(person.id));
  const memberships = useQuery(myMemberships(person.id));
  const running = memberships.data?.find((one) => isStanding(one) && one.status !== 'offered');
  const own = house.data?.find(({ id }) => id === running?.siteId) ?? ownSite(person, house.data ?? []);
  const coaches = useQuery({ ...coachesOf(own?.id ?? ''), enabled: own !== undefined });
  const reads = [house, assignments, memberships, coaches];
  const failed = reads.find(({ error, data }) => error && !data);

  const active = assignments.data?.filter((one) => one.status === 'active' && one.coach.id !== person.id) ?? [];
  const partners: Partner[] = [
    ...active.map((assignment) => ({
      coachId: assignment.coach.id,
      name: assignment.coach.fullName,
      assignment,
    })),
    ...(coaches.data ?? [])
      .filter(({ id, status }) => status === 'active' && id !== person.id)
      .map(({ id, fullName }) => ({ coachId: id, name: fullName })),
  ];
  const partner =
    partners.find(({ assignment }) => assignment?.id === (query.get('assignment') ?? '')) ??
    partners.find(({ assignment, coachId }) => !assignment && coachId === query.get('coach')) ??
    partners[0];
  const site = house.data?.find(({ id }) => id === partner?.assignment?.siteId) ?? own;

  return (
    <Page title={t('bookSession.title')}>
      {failed ? (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : reads.some(({ data }) => data === undefined) ? (
        <Skeleton h={300} aria-hidden />
      ) : partner && site ? (
        <Choice key={`${partner.coachId} ${partner.assignment?.id ?? ''}`} {...{ partners, partner, site }} />
      ) : (
        <Empty scene="night" title={t('bookSession.nobody')} text={t('bookSession.nobodyText')}>
          <Button component={Link} to="/coaching" mt="sm">
            {t('coaching.back')}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

function Choice({ partners, partner, site }: { partners: Partner[]; partner: Partner; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const [query, setQuery] = useSearchParams();
  const coach = useQuery(coachOf(partner.coachId));
  const [chosen, setChosen] = useState<Span>();

  function see(changes: Record<string, string | null>) {
    const after = new URLSearchParams(globalThis.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) after.delete(name);
      else after.set(name, value);
    }
    setQuery(after, { replace: true });
  }

  if (coach.error && !coach.data) return <Failure error={coach.error} onRetry={() => void coach.refetch()} />;
  if (!coach.data) return <Skeleton h={300} aria-hidden />;

  const type: SessionType = partner.assignment
    ? (chargedTypes.find((one) => one === query.get('type')) ?? 'one_to_one')
    : 'office_hour';
  const { usual, longest } = kinds[type];
  const choices = [30, 45, 60, 90, 120, 150, 180].filter((one) => one >= shortest && one <= longest);
  const minutes = choices.find((one) => String(one) === query.get('minutes')) ?? usual;
  const ways = waysToMeet(coach.data, site, partner);
  const mode = ways.find((one) => one === query.get('how')) ?? ways[0];

  return (
    <Stack gap="lg">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          flex="2 1 17rem"
          label={t('bookSession.with')}
          value={partner.assignment?.id ?? partner.coachId}
          onChange={(event) => {
            const other = partners.find(
              ({ assignment, coachId }) => (assignment?.id ?? coachId) === event.currentTarget.value,
            );
            const assignment = other?.assignment?.id ?? null;
            const coachId = assignment ? null : (other?.coachId ?? null);
            see({ assignment, coach: coachId, date: null, later: null, how: null });
          }}
          data={partners.map(({ assignment, coachId, name }) => ({
            value: assignment?.id ?? coachId,
            label: assignment ? t('bookSession.yourCoach', { name }) : t('bookSession.officeHourOf', { name }),
          }))}
        />
        {partner.assignment && (
          <NativeSelect
            flex="1 1 11rem"
            label={t('bookSession.type')}
            value={type}
            onChange={(event) => see({ type: event.currentTarget.value, minutes: null })}
            data={chargedTypes.map((value) => ({ value, label: t(`sessionType.${value}`) }))}
          />
        )}
        {choices.length > 1 && (
          <NativeSelect
            flex="1 1 9rem"
            label={t('bookSession.length')}
            value={String(minutes)}
            onChange={(event) => see({ minutes: event.currentTarget.value })}
            data={choices.map((one) => ({ value: String(one), label: words.length(one) }))}
          />
        )}
        {ways.length > 1 && mode && (
          <div style={{ flex: '1 1 15rem' }}>
            <SegmentedControl
              fullWidth
              size="md"
              aria-label={t('bookSession.where')}
              value={mode}
              onChange={(value) => see({ how: value, date: null })}
              data={ways.map((value) => ({ value, label: t(`sessionMode.${value}`) }))}
            />
          </div>
        )}
      </Group>
      {mode ? (
        <Times
          key={`${type} ${mode} ${minutes}`}
          {...{ coach: coach.data, site, mode, minutes, now, query, see }}
          onChoose={setChosen}
        />
      ) : (
        <Empty scene="night" title={t('bookSession.nowhere')} text={t('bookSession.nowhereText')} />
      )}
      {mode && (
        <SessionSheet
          span={chosen}
          onClose={() => setChosen(undefined)}
          {...{ coach: coach.data, assignmentId: partner.assignment?.id, site, type, mode }}
        />
      )}
    </Stack>
  );
}

type Way = 'on_site' | 'remote';

/** How a coach can be met from a site. Under an assignment the pair meets at its site. */
function waysToMeet(coach: Coach, site: Site, { assignment }: Partner): Way[] {
  const ways: Way[] = [];
  if (assignment ? coach.sites.length > 0 : coach.sites.includes(site.id)) ways.push('on_site');
  if (coach.remote) ways.push('remote');
  return ways;
}

interface TimesProps {
  coach: Coach;
  site: Site;
  mode: Way;
  minutes: number;
  now: number;
  query: URLSearchParams;
  see: (changes: Record<string, string | null>) => void;
  onChoose: (span: Span) => void;
}

function Times({ coach, site, mode, minutes, now, query, see, onChoose }: TimesProps) {
  const { t } = useTranslation();
  const last = Math.floor(horizon / window) - 1;
  const asked = Number(query.get('later'));
  const later = Number.isInteger(asked) && asked > 0 ? Math.min(asked, last) : 0;
  // From the full hour on, so that the question stays the same while somebody looks.
  const hour = Math.floor(now / (60 * minute)) * 60 * minute;
  const [from, to] = [hour + later * window * day, hour + (later + 1) * window * day];
  const siteId = mode === 'on_site' ? site.id : undefined;
  const slots = useQuery(slotsOf({ coachId: coach.id, from, to, minutes, siteId }));
  if (slots.error && !slots.data) return <Failure error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <Skeleton h={240} aria-hidden />;
  const ahead = slots.data.filter(({ start }) => Date.parse(start) > now);
  return (
    <Stack gap="md">
      {ahead.length === 0 ? (
        <Empty
          scene="night"
          title={t('bookSession.noTimes')}
          text={t('bookSession.noTimesText', { name: coach.fullName })}
        />
      ) : (
        <SlotChoice
          slots={ahead}
          timeZone={site.timeZone}
          now={now}
          date={query.get('date')}
          onDate={(date) => see({ date })}
          onChoose={onChoose}
        />
      )}
      <Group gap="sm">
        {later > 0 && (
          <Button
            variant="default"
            size="sm"
            onClick={() => see({ later: later > 1 ? String(later - 1) : null, date: null })}
          >
            {t('bookSession.earlier')}
          </Button>
        )}
        {later < last && (
          <Button variant="default" size="sm" onClick={() => see({ later: String(later + 1), date: null })}>
            {t('bookSession.later')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
