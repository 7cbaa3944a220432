import { useState } from 'react';
import { answered, api } from '../../shared/api/client';
import { touchedByCoach } from '../../shared/coaching/coach-reads';
import type { CoachProfile } from '../../shared/coaching/coach-reads';
import type { Coach } from '../../shared/coaching/views';
import { useCommand } from '../../shared/membership/command';
import { hoursBody } from './hours';
import type { Draft } from './hours';

/** A profile as it is put in the place of itself. */
export function profileBody(coach: Coach): CoachProfile {
  return {
    status: coach.status,
    headline: coach.headline,
    about: coach.about,
    expertise: coach.expertise,
    languages: coach.languages,
    sectors: coach.sectors,
    stages: coach.stages,
    sites: coach.sites,
    remote: coach.remote,
    remoteLink: coach.remoteLink ?? null,
    capacity: coach.capacity,
    minimumNoticeMinutes: coach.minimumNoticeMinutes,
    bufferMinutes: coach.bufferMinutes,
    longestDayMinutes: coach.longestDayMinutes,
  };
}

/** Puts a profile in the place of the one that was read; the first one replaces nothing. */
export function putProfile(body: CoachProfile, version: number | undefined): Promise<Coach> {
  const header = version === undefined ? {} : { 'If-Match': `"${version}"` };
  return answered(api.PUT('/api/v1/coaches/me', { params: { header }, body }));
}

/** Keeps what a booking is asked, when it was changed, and then the hours; both share one version. */
export function useSaveHours(profile: Coach, read: number) {
  const [version, setVersion] = useState(read);
  return useCommand(async (draft: Draft) => {
    const { minimumNoticeMinutes, bufferMinutes, longestDayMinutes } = draft;
    const isAsked =
      minimumNoticeMinutes !== profile.minimumNoticeMinutes ||
      bufferMinutes !== profile.bufferMinutes ||
      longestDayMinutes !== profile.longestDayMinutes;
    let known = version;
    if (isAsked) {
      const asks = { minimumNoticeMinutes, bufferMinutes, longestDayMinutes };
      known = (await putProfile({ ...profileBody(profile), ...asks }, known)).version;
      setVersion(known);
    }
    const header = { 'If-Match': `"${known}"` };
    const saved = await answered(
      api.PUT('/api/v1/coaches/me/availability', { params: { header }, body: hoursBody(draft) }),
    );
    setVersion(saved.version);
    return saved;
  }, touchedByCoach);
}
