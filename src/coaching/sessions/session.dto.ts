import { Bool, Choice, Id, Instant, Int, ListOf, Nested, QueryBool, Text } from '../../platform/http/fields';
import { Ids } from '../../platform/http/list-fields';
import { PageQuery } from '../../platform/http/page';
import { attendances, sessionModes, sessionStatuses, sessionTypes } from './session.rules';
import type { Attendance, SessionMode, SessionType } from './session.rules';

/** When, where and about what a session is held. */
class SessionTimeDto {
  @Instant()
  start!: Date;

  @Instant({ optional: true, description: 'the usual length of the type when left out' })
  end?: Date;

  @Choice(sessionModes)
  mode!: SessionMode;

  @Id({ optional: true, description: 'the room; or anyRoom. Neither over a link' })
  roomId?: string;

  @Bool({ optional: true, description: 'any free room of the site that holds all' })
  anyRoom?: boolean;

  @Text({ optional: true, nullable: true, max: 500, description: "instead of the coach's own link; https only" })
  remoteLink?: string | null;

  @Text({ optional: true, max: 200 })
  topic?: string;

  @Text({ optional: true, nullable: true, max: 60, description: 'a topic of `GET /coaching/topics`' })
  expertiseTopic?: string | null;

  @Text({ optional: true, max: 4000, lines: true, description: 'what the founder wants to talk about' })
  brief?: string;
}

/** A session to agree upon: under an assignment, or with a coach where the type needs none. */
export class BookSessionDto extends SessionTimeDto {
  @Choice(sessionTypes, { optional: true, description: 'one_to_one when left out' })
  type: SessionType = 'one_to_one';

  @Id({ optional: true, description: 'for one-to-ones, teams, milestone reviews and pitch practice' })
  assignmentId?: string;

  @Id({ optional: true, description: 'for office hours, clinics, intake and exit talks' })
  coachId?: string;

  @Id({ optional: true, description: 'where a coach without an assignment meets people at several sites' })
  siteId?: string;

  @Ids({ optional: true, max: 20, description: 'founders who take part; whoever books as a founder always does' })
  participants?: string[];

  @Id({ optional: true, description: 'the session at which this one was agreed' })
  followsId?: string;
}

export class BookSessionQuery {
  @QueryBool({ optional: true, description: 'true answers what the session would cost, and books nothing' })
  preview?: boolean;
}

/** Where and when a session is to be instead; what is left out stays. */
export class MoveSessionDto {
  @Instant({ optional: true })
  start?: Date;

  @Instant({ optional: true, description: 'the length stays when left out' })
  end?: Date;

  @Choice(sessionModes, { optional: true })
  mode?: SessionMode;

  @Id({ optional: true })
  roomId?: string;

  @Bool({ optional: true })
  anyRoom?: boolean;

  @Text({ optional: true, nullable: true, max: 500 })
  remoteLink?: string | null;
}

/** What a session will be about; what is left out stays. */
export class DescribeSessionDto {
  @Text({ optional: true, min: 0, max: 200 })
  topic?: string;

  @Text({ optional: true, nullable: true, max: 60 })
  expertiseTopic?: string | null;

  @Text({ optional: true, min: 0, max: 4000, lines: true })
  brief?: string;
}

export class CancelSessionDto {
  @Text({ optional: true, max: 500, lines: true, description: 'the others can read it' })
  reason?: string;
}

/** Whether somebody came. */
export class AttendanceDto {
  @Id()
  personId!: string;

  @Choice(attendances)
  attendance!: Attendance;
}

/** The next session, agreed on the spot: the same people, and the same type when left out. */
export class FollowUpDto extends SessionTimeDto {
  @Choice(sessionTypes, { optional: true })
  type?: SessionType;
}

/** Who came, and how many minutes were held. */
export class CloseSessionDto {
  @ListOf(() => AttendanceDto, { max: 50, description: 'everybody who was to take part' })
  attendance!: AttendanceDto[];

  @Int({ min: 0, max: 480 })
  heldMinutes!: number;

  @Bool({ optional: true, description: 'the coach did not come: nothing is charged' })
  coachAbsent?: boolean;

  @Text({ optional: true, max: 200, description: 'what it was about in the end' })
  topic?: string;

  @Nested(() => FollowUpDto, { optional: true })
  followUp?: FollowUpDto;
}

/** Which sessions to list: one's own, or those of sites one runs. */
export class SessionsQuery extends PageQuery {
  @Instant({ optional: true, description: 'those that end after this instant' })
  from?: Date;

  @Instant({ optional: true, description: 'those that start before this instant' })
  to?: Date;

  @Choice(sessionStatuses, { optional: true })
  status?: string;

  @Id({ optional: true, description: 'one site; its managers see all of it' })
  siteId?: string;

  @Id({ optional: true })
  coachId?: string;

  @Id({ optional: true, description: 'one founder' })
  personId?: string;

  @Id({ optional: true })
  assignmentId?: string;
}
