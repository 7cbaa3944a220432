import { AccessTicks } from '../access/access.ticks';
import { SecondFactorTicks } from '../access/second-factor/second-factor.ticks';
import { AssignmentTicks } from '../coaching/assignments/assignment.ticks';
import { MatchingTicks } from '../coaching/matching/matching.ticks';
import { SessionTicks } from '../coaching/sessions/session.ticks';
import { BookingTicks } from '../bookings/booking.ticks';
import { NoShowTicks } from '../bookings/no-show.ticks';
import { ReplacementTicks } from '../bookings/replacements/replacement.ticks';
import { WaitingListTicks } from '../bookings/waiting-list/waiting-list.ticks';
import { OutsideCalendarTicks } from '../coaching/coaches/outside-calendar.ticks';
import { ApplicationTicks } from '../memberships/intake/application.ticks';
import { ConflictTicks } from '../memberships/intake/conflict-of-interest.ticks';
import { ErasureTicks } from '../lifecycle/erasure.ticks';
import { RetentionTicks } from '../lifecycle/retention.ticks';
import { MembershipTicks } from '../lifecycle/membership.ticks';
import { VentureTicks } from '../memberships/ventures/venture.ticks';
import { WalletTicks } from '../memberships/wallet/wallet.ticks';
import { OccupancyTicks } from '../occupancy/occupancy.ticks';
import { MessageTicks } from '../reminders/message.ticks';
import { line, Line } from './timekeeper';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Everything that happens by itself, all on this page: name, how often, and which method. The start fails on a line
 * whose method is not there. Methods ask "what is due by now?" in ranges, so a run that was missed is made up for by
 * the next, and any number of processes may run the same line.
 */
export const timetable: readonly Line[] = [
  line('messages.plan', second, MessageTicks, 'plan'),
  line('messages.planAgain', minute, MessageTicks, 'planAgain'),
  line('messages.sweep', second, MessageTicks, 'sweep'),
  line('messages.takeOver', second / 2, MessageTicks, 'takeOver'),
  line('messages.show', second, MessageTicks, 'show'),
  line('messages.measure', 15 * second, MessageTicks, 'measure'),
  line('messages.purge', hour, MessageTicks, 'purge'),
  line('occupancy.expire', 10 * second, OccupancyTicks, 'expire'),
  line('bookings.complete', minute, BookingTicks, 'complete'),
  line('bookings.markNoShows', minute, NoShowTicks, 'mark'),
  line('replacements.expire', 10 * second, ReplacementTicks, 'expire'),
  line('waitingList.pass', 10 * second, WaitingListTicks, 'pass'),
  line('bookings.purgeKeys', hour, BookingTicks, 'purgeKeys'),
  line('coaches.readCalendars', 10 * second, OutsideCalendarTicks, 'read'),
  line('applications.expire', minute, ApplicationTicks, 'expire'),
  line('conflicts.lapse', 10 * minute, ConflictTicks, 'lapse'),
  line('memberships.lapse', minute, MembershipTicks, 'lapse'),
  line('memberships.start', minute, MembershipTicks, 'start'),
  line('memberships.pauses', minute, MembershipTicks, 'pauses'),
  line('memberships.end', minute, MembershipTicks, 'end'),
  line('ventures.unlink', 10 * minute, VentureTicks, 'unlink'),
  line('wallet.grant', minute, WalletTicks, 'grant'),
  line('wallet.lapse', 10 * minute, WalletTicks, 'lapse'),
  line('assignments.expire', minute, AssignmentTicks, 'expire'),
  line('assignments.follow', minute, AssignmentTicks, 'follow'),
  line('assignments.resume', 10 * minute, AssignmentTicks, 'resume'),
  line('matching.compute', 10 * second, MatchingTicks, 'compute'),
  line('matching.measure', 15 * second, MatchingTicks, 'measure'),
  line('coaching.holdSessions', minute, SessionTicks, 'hold'),
  line('privacy.erase', hour, ErasureTicks, 'erase'),
  line('privacy.forget', hour, RetentionTicks, 'forget'),
  line('access.purge', hour, AccessTicks, 'purge'),
  line('access.reseal', hour, SecondFactorTicks, 'reseal'),
];

/** The line that a ring of the doorbell runs at once. */
export const rungLine = 'messages.plan';
