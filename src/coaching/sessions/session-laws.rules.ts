import { isOnGrid, onGrid, upToGrid } from '../../bookings/booking.rules';
import { coveredByMembership, ledgerBalance } from '../../bookings/terms.rules';
import { instant, plusMinutes } from '../../kernel/period';
import { Rule } from '../../kernel/refusal';
import { localDate, plusDays } from '../../kernel/site-time';
import { openDuring } from '../../sites/opening.rules';
import { fitsInto } from '../coaches/availability.rules';
import {
  cancelMinutes,
  Candidate,
  gridMinutes,
  horizonDays,
  isCharged,
  SessionCase,
  shortestMinutes,
  TypeOfSession,
  typesOfSession,
} from './session.rules';

/** An assignment must be in force at the time of the session; one on hold takes sessions outside its days of rest. */
const assignmentActive: Rule<SessionCase> = {
  name: 'assignment_active',
  judge: ({ type, assignment }) => {
    if (!isCharged(type) || assignment?.status === 'active') return undefined;
    if (!assignment) return { detail: 'This type of session needs a coaching assignment.', facts: { type } };
    return {
      detail: 'This coaching assignment is not active then. Choose another time, or have it accepted or resumed first.',
      facts: { assignmentId: assignment.id, status: assignment.status },
    };
  },
};

const bookedBySite: Rule<SessionCase> = {
  name: 'booked_by_coach',
  judge: ({ type, by }) =>
    by !== 'founder' || typesOfSession[type].byFounders
      ? undefined
      : { detail: 'The coach or the site arranges this kind of session.', facts: { type } },
};

/** Each who takes part must belong to the circle for which the type is meant. */
const participants: Rule<SessionCase> = {
  name: 'session_participants',
  judge: ({ type, people, coach }) => {
    const { circle, together } = typesOfSession[type];
    const belongs: Record<TypeOfSession['circle'], (one: Candidate) => boolean> = {
      // Of a team also those without a membership of their own may come, but nobody whose own has ended.
      assignment: ({ ofTeam, standing, wasMember }) => ofTeam && (standing !== null || !wasMember),
      members: ({ standing }) => standing !== null,
      applicants: ({ applies, standing }) => applies || standing !== null,
      former: ({ wasMember }) => wasMember,
      coached: ({ coached }) => coached,
    };
    if (people.length === 0) return { detail: 'Say who takes part.', facts: {} };
    const strangers = people.filter((one) => one.id === coach.id || !belongs[circle](one)).map(({ id }) => id);
    if (strangers.length > 0) {
      return { detail: 'Somebody of those named cannot take part in this session.', facts: { type, strangers } };
    }
    if (!together && people.length > 1) {
      return { detail: 'This kind of session is for one person.', facts: { type, people: people.length } };
    }
    return undefined;
  },
};

/** Members come under a membership that runs over the session; where minutes are taken, first of all the one that pays. */
const covered: Rule<SessionCase> = {
  name: 'covered_by_membership',
  judge: ({ type, payer, people, site, period, now }) => {
    // Beyond any length of a session the length is refused; walking the dates would only cost time.
    if (period.minutes > 24 * 60) return undefined;
    const standings = isCharged(type)
      ? [payer, ...people.flatMap(({ standing }) => (standing && !standing.visiting ? [standing] : []))]
      : typesOfSession[type].circle === 'members'
        ? people.map(({ standing }) => standing)
        : [];
    for (const standing of standings) {
      const terms = { standing, site, period, now, works: false, quote: [], desks: null, blockedUntil: null };
      const refusal = coveredByMembership.judge(terms);
      if (refusal) return refusal;
    }
    return undefined;
  },
};

const siteActive: Rule<SessionCase> = {
  name: 'resource_available',
  judge: ({ site, room, mode, by }) => {
    if (site.status !== 'active')
      return { detail: 'This site takes no sessions now.', facts: { siteStatus: site.status } };
    if (mode === 'remote' || !room) return undefined;
    if (room.status !== 'active' || room.siteId !== site.id || room.kind !== 'room') {
      return { detail: 'This is not a room of the site that is in use.', facts: { roomId: room.id } };
    }
    if (room.needsApproval && by === 'founder') {
      return {
        detail: 'This room is granted by the site. Choose another, or ask your coach.',
        facts: { roomId: room.id },
      };
    }
    return undefined;
  },
};

const roomCapacity: Rule<SessionCase> = {
  name: 'room_capacity',
  judge: ({ room, people }) => {
    const needed = people.length + 1;
    if (!room || room.capacity >= needed) return undefined;
    return { detail: `This room holds ${room.capacity} people.`, facts: { capacity: room.capacity, needed } };
  },
};

const coachServes: Rule<SessionCase> = {
  name: 'coach_serves_site',
  judge: ({ coach, site, assignment }) =>
    coach.serves || assignment
      ? undefined
      : { detail: 'This coach does not meet people of this site.', facts: { siteId: site.id } },
};

const coachRemote: Rule<SessionCase> = {
  name: 'coach_remote',
  judge: ({ coach, mode }) =>
    mode === 'on_site' || coach.remote
      ? undefined
      : { detail: 'This coach holds no sessions over a link.', facts: { mode } },
};

/** Founders book inside the hours that the coach offers; the coach may agree on any. */
const coachAvailable: Rule<SessionCase> = {
  name: 'coach_available',
  judge: ({ coach, coachFree, coachTaken, period, by, before, mode, site }) => {
    if (by === 'coach' || coachTaken || before?.contains(period)) return undefined;
    if (fitsInto(coachFree, period, mode === 'remote' ? null : site.id)) return undefined;
    return {
      detail: 'The coach offers no session at that time.',
      facts: {
        coachStatus: coach.status,
        free: coachFree.map(({ start, end, siteId }) => ({ start: instant(start), end: instant(end), siteId })),
      },
    };
  },
};

const inThePast: Rule<SessionCase> = {
  name: 'in_the_past',
  judge: ({ period, now }) =>
    period.start >= now ? undefined : { detail: 'This time has passed.', facts: { now: instant(now) } },
};

const timeGrid: Rule<SessionCase> = {
  name: 'time_grid',
  judge: ({ period, site }) => {
    if ([period.start, period.end].every((at) => isOnGrid(at, gridMinutes, site.timeZone))) return undefined;
    return {
      detail: `Sessions begin and end on full steps of ${gridMinutes} minutes.`,
      facts: {
        gridMinutes,
        nearest: {
          start: instant(onGrid(period.start, gridMinutes, site.timeZone)),
          end: instant(upToGrid(period.end, gridMinutes, site.timeZone)),
        },
      },
    };
  },
};

const sessionLength: Rule<SessionCase> = {
  name: 'session_length',
  judge: ({ type, period }) => {
    const { minutes, longest } = typesOfSession[type];
    if (period.minutes >= shortestMinutes && period.minutes <= longest) return undefined;
    return {
      detail: `This kind of session lasts from ${shortestMinutes} to ${longest} minutes, usually ${minutes}.`,
      facts: { minutes: period.minutes, shortestMinutes, usualMinutes: minutes, longestMinutes: longest },
    };
  },
};

const minimumNotice: Rule<SessionCase> = {
  name: 'minimum_notice',
  judge: ({ coach, period, now, by, before }) => {
    const earliest = plusMinutes(now, coach.noticeMinutes);
    if (by === 'coach' || period.start >= earliest || period.start.getTime() === before?.start.getTime())
      return undefined;
    return {
      detail: 'The coach needs to know earlier.',
      facts: { noticeMinutes: coach.noticeMinutes, earliestStart: instant(earliest) },
    };
  },
};

const bookingHorizon: Rule<SessionCase> = {
  name: 'booking_horizon',
  judge: ({ period, now, site }) => {
    const lastDate = plusDays(localDate(now, site.timeZone), horizonDays);
    if (localDate(period.start, site.timeZone) <= lastDate) return undefined;
    return { detail: `Sessions are agreed upon ${horizonDays} days ahead at most.`, facts: { horizonDays, lastDate } };
  },
};

/** A founder moves a session until the deadline; afterwards it is called off, or the coach moves it. */
const moveDeadline: Rule<SessionCase> = {
  name: 'move_deadline',
  judge: ({ before, by, now }) => {
    if (!before || by !== 'founder' || now <= plusMinutes(before.start, -cancelMinutes)) return undefined;
    return {
      detail: 'It is too late to move this session. Call it off, or ask your coach to move it.',
      facts: { deadline: instant(plusMinutes(before.start, -cancelMinutes)) },
    };
  },
};

/** A room is used while its site is open; a link needs no door. */
const withinOpeningHours: Rule<SessionCase> = {
  name: 'within_opening_hours',
  judge: ({ mode, period, site, hours, closures }) => {
    if (mode === 'remote') return undefined;
    const open = period.minutes > 24 * 60 ? [] : openDuring(period, site.timeZone, hours, closures);
    if (open.some((span) => span.contains(period))) return undefined;
    return {
      detail: 'The site is not open all that time. Choose another time, or meet over a link.',
      facts: { timeZone: site.timeZone, open: open.map((span) => span.toJSON()) },
    };
  },
};

/** The minutes must be left in the wallet of every month that the session touches. */
const balance: Rule<SessionCase> = {
  name: 'ledger_balance',
  judge: ({ quote, payer, site, period, now }) =>
    ledgerBalance.judge({ quote, standing: payer, site, period, now, works: false, desks: null, blockedUntil: null }),
};

/** The laws of a session that are true of the facts at hand, in the order in which a person would want to read them. */
export const sessionRules: readonly Rule<SessionCase>[] = [
  assignmentActive,
  bookedBySite,
  participants,
  covered,
  siteActive,
  roomCapacity,
  coachServes,
  coachRemote,
  inThePast,
  timeGrid,
  sessionLength,
  moveDeadline,
  minimumNotice,
  bookingHorizon,
  coachAvailable,
  withinOpeningHours,
  balance,
];
