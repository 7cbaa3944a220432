import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';
import { ClashAnswer, clashAnswers } from '../coaches/outside-calendar.rules';

/** A confirmed session at a time at which the coach is busy elsewhere. */
export class CalendarClashView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty()
  topic!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ description: 'the clock of the coach' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time', description: 'when the coach is busy elsewhere' })
  busyFrom!: string;

  @ApiProperty({ format: 'date-time' })
  busyUntil!: string;

  @ApiProperty({ format: 'date-time' })
  foundAt!: string;

  @ApiProperty({ enum: clashAnswers, nullable: true, type: String, description: 'null: waits for an answer' })
  answer!: ClashAnswer | null;
}

/** One page of clashes. */
export class CalendarClashPage {
  @ApiProperty({ type: () => [CalendarClashView] })
  items!: CalendarClashView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of a clash with its session. */
export interface ClashRow {
  id: string;
  sessionId: string;
  status: string;
  topic: string;
  start: Date;
  end: Date;
  timeZone: string;
  busyFrom: Date;
  busyUntil: Date;
  foundAt: Date;
  answer: ClashAnswer | null;
}

/** SQL: every clash (`x`) with its session (`s`) as a {@link ClashRow}. */
export const clashRows = `
  select x.id, x.session_id as "sessionId", s.status, s.topic, s.starts_at as start, s.ends_at as "end",
         c.time_zone as "timeZone", x.starts_at as "busyFrom", x.ends_at as "busyUntil", x.found_at as "foundAt", x.answer
  from calendar_clash x
  join coaching_session s on s.id = x.session_id
  join coach_profile c on c.person_id = x.coach_id`;

/** Shows a clash. */
export function clashView(row: ClashRow): CalendarClashView {
  return {
    id: row.id,
    sessionId: row.sessionId,
    topic: row.topic,
    start: instant(row.start),
    end: instant(row.end),
    timeZone: row.timeZone,
    busyFrom: instant(row.busyFrom),
    busyUntil: instant(row.busyUntil),
    foundAt: instant(row.foundAt),
    answer: row.answer,
  };
}
