import { EntityManager } from 'typeorm';
import { Charge, Standing } from '../../bookings/terms.rules';
import { Missing } from '../../kernel/errors';
import { Period, plusMinutes } from '../../kernel/period';
import { ClosedDays, WeeklyHours } from '../../sites/opening.rules';
import { AvailabilityQueries } from '../coaches/availability.queries';
import { FreeSpan } from '../coaches/availability.rules';
import { Candidate, Room, SessionCase, SessionMode, SessionRole, SessionType } from './session.rules';

/** A session as it is to be: what the facts are asked for. */
export interface Plan {
  type: SessionType;
  mode: SessionMode;
  siteId: string;
  coachId: string;
  assignmentId: string | null;
  people: readonly string[];
  /** The membership whose wallet pays, and its holder; null where it costs nothing. */
  payer: { membershipId: string; personId: string; ventureId: string | null } | null;
  period: Period;
  by: SessionRole;
}

/** What the SQL function `session_facts` answers. */
export interface SessionFacts {
  site: { id: string; timeZone: string; status: string };
  hours: WeeklyHours[];
  closures: ClosedDays[];
  coach: SessionCase['coach'] & { remoteLink: string | null; timeZone: string };
  assignment: SessionCase['assignment'];
  people: Candidate[];
  payer: Standing | null;
  room: Room | null;
  quote: Charge[];
  coachTaken: boolean;
}

/** Longer than this no session is; a longer period is refused without looking at every day of it. */
const longestLook = 24 * 60;

/** Around the period, so that a refusal can say when the coach is free instead. */
const lookAround = 4 * 60;

/**
 * Reads everything that a session is judged on. Its own place in the ledger, when it is moved, must have been let go.
 * @throws Missing when there is no such site or coach
 */
export async function readCase(
  tx: EntityManager,
  availability: AvailabilityQueries,
  plan: Plan,
  choice: { roomId: string | null; sessionId?: string; before?: Period; now: Date },
): Promise<SessionCase & { coach: SessionFacts['coach'] }> {
  const { siteId, coachId, assignmentId, people, payer, period } = plan;
  const { roomId, sessionId = null, before, now } = choice;
  const rows: { facts: SessionFacts | null }[] = await tx.query(
    'select session_facts($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as facts',
    [
      siteId,
      coachId,
      assignmentId,
      [...new Set(people)],
      payer?.membershipId ?? null,
      roomId,
      period.start,
      // Beyond the longest look only the length matters, and it is refused.
      period.minutes > longestLook ? plusMinutes(period.start, longestLook) : period.end,
      sessionId,
      now,
    ],
  );
  const facts = rows[0]?.facts;
  if (!facts) throw new Missing('coach at this site');
  const { type, mode, by } = plan;
  return {
    ...facts,
    type,
    mode,
    by,
    period,
    now,
    before,
    coachFree: await coachFree(tx, availability, plan, facts, now),
  };
}

/**
 * Whatever the notice that the coach wants: it is a rule of its own, so that a refusal names the right one. Of a coach
 * who is taken nobody asks: the ledger answers.
 */
async function coachFree(
  tx: EntityManager,
  availability: AvailabilityQueries,
  { coachId, period, by }: Plan,
  { coach, coachTaken }: SessionFacts,
  now: Date,
): Promise<FreeSpan[]> {
  if (by === 'coach' || coachTaken || period.minutes > longestLook) return [];
  const window = Period.of(plusMinutes(period.start, -lookAround), plusMinutes(period.end, lookAround));
  const spans = await availability.freeSpans(tx, [coachId], window, plusMinutes(now, -coach.noticeMinutes));
  return spans.get(coachId) ?? [];
}
