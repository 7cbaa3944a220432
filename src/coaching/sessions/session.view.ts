import { ApiProperty } from '@nestjs/swagger';
import { BookingAllowanceView } from '../../bookings/allowance';
import { Actor } from '../../kernel/actor';
import { instant, plusMinutes } from '../../kernel/period';
import { HouseReason, houseReasons } from '../../kernel/why';
import {
  Attendance,
  attendances,
  cancelMinutes,
  correctableUntil,
  SessionMode,
  sessionModes,
  SessionStatus,
  sessionStatuses,
  SessionType,
  sessionTypes,
} from './session.rules';

/** The coach of a session. */
export class SessionCoachView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;
}

/** A founder who takes part. */
export class SessionParticipantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ enum: attendances, nullable: true, description: 'null until the session is closed' })
  attendance!: Attendance | null;
}

/** The room of a session. */
export class SessionRoomView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** How much follows from a session. */
export class SessionCountsView {
  @ApiProperty({ description: 'notes that all who took part can read' })
  sharedNotes!: number;

  @ApiProperty()
  actionItems!: number;

  @ApiProperty()
  openActionItems!: number;
}

/** A session as those who take part and the managers of its site see it. */
export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: sessionTypes })
  type!: SessionType;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  assignmentId!: string | null;

  @ApiProperty({ type: () => SessionCoachView })
  coach!: SessionCoachView;

  @ApiProperty({ type: () => SessionParticipantView, isArray: true })
  participants!: SessionParticipantView[];

  @ApiProperty({ enum: sessionModes })
  mode!: SessionMode;

  @ApiProperty({ type: () => SessionRoomView, nullable: true, description: 'null when it is held over a link' })
  room!: SessionRoomView | null;

  @ApiProperty({ type: String, nullable: true, description: 'only for those who take part' })
  remoteLink!: string | null;

  @ApiProperty()
  topic!: string;

  @ApiProperty({ type: String, nullable: true, description: 'a topic of `GET /coaching/topics`' })
  expertiseTopic!: string | null;

  @ApiProperty({ description: 'what the founder wants to talk about; only for those who take part' })
  brief!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the clock of the coach, where it is another' })
  coachTimeZone!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the clock of the reader, where it is another' })
  readerTimeZone!: string | null;

  @ApiProperty({ enum: sessionStatuses })
  status!: SessionStatus;

  @ApiProperty({ type: Number, nullable: true })
  heldMinutes!: number | null;

  @ApiProperty({ enum: ['entrepreneur', 'coach'], nullable: true, description: 'who did not come' })
  absent!: 'entrepreneur' | 'coach' | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'until when the coach or the site can put right what was told at its closing; null before',
  })
  correctableUntil!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'whose wallet pays' })
  membershipId!: string | null;

  @ApiProperty({
    type: () => BookingAllowanceView,
    nullable: true,
    description: 'what it takes from the wallet: held until it is closed; null when it costs nothing',
  })
  allowance!: BookingAllowanceView | null;

  @ApiProperty({ format: 'date-time', description: 'until when a founder can call it off or move it without loss' })
  freeCancellationUntil!: string;

  @ApiProperty({ description: 'called off by a founder after that' })
  late!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'why it was called off, in the words of a person' })
  reason!: string | null;

  @ApiProperty({ enum: houseReasons, nullable: true, description: 'the same where the house did it by itself' })
  because!: HouseReason | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  bookedBy!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the session at which it was agreed' })
  followsId!: string | null;

  @ApiProperty({ type: () => SessionCountsView })
  counts!: SessionCountsView;

  @ApiProperty({ description: 'whether the reader has told how it was; whether others have is not shown' })
  feedbackGiven!: boolean;

  @ApiProperty({ description: 'rises with each change' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** A row of a session with the names it is shown with. */
export interface SessionRow {
  id: string;
  siteId: string;
  type: SessionType;
  assignmentId: string | null;
  coachId: string;
  coachName: string;
  coachTimeZone: string;
  participants: SessionParticipantView[];
  mode: SessionMode;
  roomId: string | null;
  roomName: string | null;
  remoteLink: string | null;
  topic: string;
  expertiseTopic: string | null;
  brief: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  status: SessionStatus;
  heldMinutes: number | null;
  absent: 'entrepreneur' | 'coach' | null;
  membershipId: string | null;
  payerId: string | null;
  ventureId: string | null;
  allowance: number | null;
  late: boolean;
  reason: string | null;
  because: HouseReason | null;
  bookedBy: string | null;
  closedAt: Date | null;
  followsId: string | null;
  sharedNotes: number;
  actionItems: number;
  openActionItems: number;
  /** Who has told how it was. */
  feedbackBy: string[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What the columns of a {@link SessionRow} are called in SQL; reads from {@link sessionJoins}. */
export const sessionColumns = `
  k.id, k.site_id as "siteId", k.type, k.assignment_id as "assignmentId", k.coach_id as "coachId", c.full_name as "coachName",
  f.time_zone as "coachTimeZone", t.participants, k.mode, k.room_id as "roomId", r.name as "roomName",
  k.remote_link as "remoteLink", k.topic, k.expertise_topic as "expertiseTopic", k.brief, k.starts_at as "startsAt",
  k.ends_at as "endsAt", s.time_zone as "timeZone", k.status, k.held_minutes as "heldMinutes", k.absent,
  k.membership_id as "membershipId", m.person_id as "payerId", m.venture_id as "ventureId", w.amount as allowance, k.late,
  k.reason, k.because, k.booked_by as "bookedBy", k.closed_at as "closedAt", k.follows_id as "followsId",
  n.shared as "sharedNotes", i.all as "actionItems", i.open as "openActionItems",
  array(select g.person_id::text from session_feedback g where g.session_id = k.id) as "feedbackBy", k.version,
  k.created_at as "createdAt", k.updated_at as "updatedAt"`;

export const sessionJoins = `
  coaching_session k
  join site s on s.id = k.site_id
  join person c on c.id = k.coach_id
  join coach_profile f on f.person_id = k.coach_id
  left join resource r on r.id = k.room_id
  left join membership m on m.id = k.membership_id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'fullName', p.full_name, 'attendance', x.attendance)
      order by p.id), '[]') as participants
    from session_participant x join person p on p.id = x.person_id where x.session_id = k.id
  ) t
  cross join lateral (
    select -sum(e.amount)::float8 as amount from allowance_entry e where e.cause_id = k.id and e.cause = 'session'
  ) w
  cross join lateral (
    select count(*)::int as shared from session_note n where n.session_id = k.id and n.visibility = 'shared'
  ) n
  cross join lateral (
    select count(*)::int as all, count(*) filter (where status = 'open')::int as open
    from action_item i where i.session_id = k.id
  ) i`;

/**
 * Shows a session: an allow-list. Who does not take part (a manager of the site) sees time, attendance, topic and
 * counts, and neither the brief nor the link.
 */
export function sessionView(row: SessionRow, reader: Actor): SessionView {
  const takesPart = row.coachId === reader.personId || row.participants.some(({ id }) => id === reader.personId);
  const { timeZone } = row;
  const other = (zone: string | null) => (zone === timeZone ? null : zone);
  return {
    id: row.id,
    siteId: row.siteId,
    type: row.type,
    assignmentId: row.assignmentId,
    coach: { id: row.coachId, fullName: row.coachName },
    participants: row.participants.map(({ id, fullName, attendance }) => ({ id, fullName, attendance })),
    mode: row.mode,
    room: row.roomId === null ? null : { id: row.roomId, name: row.roomName ?? '' },
    remoteLink: takesPart ? row.remoteLink : null,
    topic: row.topic,
    expertiseTopic: row.expertiseTopic,
    brief: takesPart ? row.brief : '',
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone,
    coachTimeZone: other(row.coachTimeZone),
    readerTimeZone: other(reader.timeZone),
    status: row.status,
    heldMinutes: row.heldMinutes,
    absent: row.absent,
    correctableUntil: row.closedAt && instant(correctableUntil(row.closedAt)),
    membershipId: row.membershipId,
    allowance: row.membershipId === null ? null : { kind: 'coaching_minutes', amount: Math.max(0, row.allowance ?? 0) },
    freeCancellationUntil: instant(plusMinutes(row.startsAt, -cancelMinutes)),
    late: row.late,
    reason: row.reason,
    because: row.because,
    bookedBy: row.bookedBy,
    followsId: row.followsId,
    counts: { sharedNotes: row.sharedNotes, actionItems: row.actionItems, openActionItems: row.openActionItems },
    feedbackGiven: row.feedbackBy.includes(reader.personId),
    version: row.version,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  };
}
