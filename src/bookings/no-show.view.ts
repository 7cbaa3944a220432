import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { noShowState, NoShowState, noShowStates } from './no-show.rules';

/** A booking that nobody came to. */
export class NoShowView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ format: 'uuid' })
  bookingId!: string;

  @ApiProperty({ description: 'the name of the place' })
  place!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the time zone of the site' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time', description: 'when the time for checking in was over' })
  at!: string;

  @ApiProperty({ enum: noShowStates })
  state!: NoShowState;

  @ApiProperty({ format: 'date-time', description: 'from then on it is forgotten and counts for nothing' })
  forgottenAt!: string;

  @ApiProperty({ description: 'neither forgiven nor forgotten' })
  counts!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  forgivenAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '`grace`: the first in a while, forgiven by the house' })
  forgivenReason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'what the person says about it' })
  appeal!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  appealedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it stands all the same' })
  appealAnswer!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: string | null;
}

/** One page of no-shows. */
export class NoShowPage {
  @ApiProperty({ type: () => [NoShowView] })
  items!: NoShowView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A no-show with its booking, its site and its person. */
export interface NoShowRow {
  id: string;
  siteId: string;
  personId: string;
  fullName: string;
  bookingId: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  at: Date;
  forgottenAt: Date;
  forgivenAt: Date | null;
  forgivenReason: string | null;
  appeal: string | null;
  appealedAt: Date | null;
  appealAnswer: string | null;
  answeredAt: Date | null;
}

/** The rows of no-shows; append a condition on `k`. */
export const noShowRows = `
  select k.id, k.site_id as "siteId", k.person_id as "personId", p.full_name as "fullName", k.booking_id as "bookingId",
         r.name as place, b.starts_at as "startsAt", b.ends_at as "endsAt", s.time_zone as "timeZone", k.at,
         k.at + make_interval(days => s.no_show_days) as "forgottenAt", k.forgiven_at as "forgivenAt",
         k.forgiven_reason as "forgivenReason", k.appeal, k.appealed_at as "appealedAt",
         k.appeal_answer as "appealAnswer", k.answered_at as "answeredAt"
  from no_show_strike k
  join site s on s.id = k.site_id
  join person p on p.id = k.person_id
  join booking b on b.id = k.booking_id
  join resource r on r.id = b.resource_id`;

/** Shows a no-show to its person and to those who manage the site. */
export function noShowView(row: NoShowRow, now: Date): NoShowView {
  return {
    id: row.id,
    siteId: row.siteId,
    personId: row.personId,
    fullName: row.fullName,
    bookingId: row.bookingId,
    place: row.place,
    start: instant(row.startsAt),
    end: instant(row.endsAt),
    timeZone: row.timeZone,
    at: instant(row.at),
    state: noShowState(row),
    forgottenAt: instant(row.forgottenAt),
    counts: row.forgivenAt === null && row.forgottenAt > now,
    forgivenAt: row.forgivenAt && instant(row.forgivenAt),
    forgivenReason: row.forgivenReason,
    appeal: row.appeal,
    appealedAt: row.appealedAt && instant(row.appealedAt),
    appealAnswer: row.appealAnswer,
    answeredAt: row.answeredAt && instant(row.answeredAt),
  };
}
