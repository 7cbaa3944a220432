import { Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNow } from '../booking/now';
import type { components } from '../api/schema';
import { instant, minute, minutesOf, spanOf } from '../time/site-time';
import { coachOf } from './reads';
import { SlotPicker } from './SlotPicker';
import { kinds } from './views';
import type { Session, SessionMode } from './views';

/** The next session, as it is agreed on. */
export type FollowUp = components['schemas']['FollowUpDto'];

type Where = 'none' | 'on_site' | 'remote';

const twoWeeks = 14 * 24 * 60 * minute;

interface Props {
  session: Session;
  value: FollowUp | undefined;
  onChange: (followUp: FollowUp | undefined) => void;
}

/** Whether there is a next session, where, and when; two weeks later at the same time is proposed. */
export function FollowUpChoice({ session, value, onChange }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const coach = useQuery(coachOf(session.coach.id));
  const span = spanOf(session);
  const { usual, longest } = kinds[session.type];
  const planned = minutesOf(span);
  const minutes = planned <= longest && planned % 15 === 0 ? planned : usual;
  const where: Where = !value ? 'none' : value.mode === 'remote' ? 'remote' : 'on_site';

  function go(next: Where) {
    if (next === 'none') {
      onChange(undefined);
      return;
    }
    onChange({ ...(value ?? { start: '' }), ...placeOf(next, session.mode === 'hybrid') });
  }

  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('coach.followUp.title')}
        value={where}
        onChange={(next) => go(next)}
        data={[
          { value: 'none', label: t('coach.followUp.none') },
          { value: 'on_site', label: t('coach.followUp.onSite') },
          { value: 'remote', label: t('coach.followUp.remote') },
        ]}
      />
      {where === 'on_site' && value && coach.data?.remote && (
        <Checkbox
          label={t('session.hybrid')}
          checked={value.mode === 'hybrid'}
          onChange={(event) => onChange({ ...value, ...placeOf('on_site', event.currentTarget.checked) })}
        />
      )}
      {value && (
        <SlotPicker
          coachId={session.coach.id}
          siteId={where === 'remote' ? undefined : session.siteId}
          timeZone={session.timeZone}
          minutes={minutes}
          now={now}
          wanted={Math.max(span.start + twoWeeks, now)}
          value={value.start && value.end ? spanOf({ start: value.start, end: value.end }) : undefined}
          onChange={({ start, end }) => onChange({ ...value, start: instant(start), end: instant(end) })}
        />
      )}
    </Stack>
  );
}

/** Any free room, which some may join over a link; or over a link alone. */
export function placeOf(where: 'on_site' | 'remote', isHybrid: boolean): { mode: SessionMode; anyRoom?: boolean } {
  return where === 'remote'
    ? { mode: 'remote', anyRoom: undefined }
    : { mode: isHybrid ? 'hybrid' : 'on_site', anyRoom: true };
}
