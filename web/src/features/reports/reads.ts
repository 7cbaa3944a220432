import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type Occupancy = Schemas['OccupancyReportView'];
export type CoachingHours = Schemas['CoachingHoursReportView'];
export type Participants = Schemas['ParticipantsReportView'];

/** Of which sites and dates figures are wanted; without a site, of all whose figures one may read. */
export interface Question {
  siteId?: string;
  from: string;
  to: string;
}

/** Figures of what has passed change slowly. */
const staleTime = 60_000;

/** How much of what can be booked is booked. */
export const occupancyOf = (query: Question) =>
  queryOptions({
    queryKey: ['reports', 'occupancy', query],
    queryFn: (): Promise<Occupancy> => answered(api.GET('/api/v1/reports/occupancy', { params: { query } })),
    staleTime,
  });

/** Hours of coaching that were held. */
export const coachingHoursOf = (query: Question) =>
  queryOptions({
    queryKey: ['reports', 'coaching-hours', query],
    queryFn: (): Promise<CoachingHours> => answered(api.GET('/api/v1/reports/coaching-hours', { params: { query } })),
    staleTime,
  });

/** Whom the sites have served. */
export const participantsOf = (query: Question) =>
  queryOptions({
    queryKey: ['reports', 'participants', query],
    queryFn: (): Promise<Participants> => answered(api.GET('/api/v1/reports/participants', { params: { query } })),
    staleTime,
  });
