import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';

/** How it stands with the calendar outside. Of its address only the host is shown; the rest is a secret. */
export class OutsideCalendarView {
  @ApiProperty({ example: 'calendar.example' })
  host!: string;

  @ApiProperty({ enum: ['waiting', 'read', 'failing'] })
  status!: 'waiting' | 'read' | 'failing';

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'why it could not be read, such as `too_large`; what was known before stays',
  })
  failure!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'when it was read last' })
  fetchedAt!: string | null;

  @ApiProperty({ format: 'date-time', description: 'when it will be read again' })
  refreshAt!: string;

  @ApiProperty({ description: 'times to come at which one is busy there' })
  busy!: number;
}

/** A row of a calendar outside, without its address. */
export interface OutsideCalendarRow {
  host: string;
  failure: string | null;
  fetchedAt: Date | null;
  refreshAt: Date;
  busy: number;
}

/** Shows how it stands with a calendar outside. */
export function outsideCalendarView({ fetchedAt, refreshAt, ...row }: OutsideCalendarRow): OutsideCalendarView {
  return {
    host: row.host,
    status: row.failure !== null ? 'failing' : fetchedAt === null ? 'waiting' : 'read',
    failure: row.failure,
    fetchedAt: fetchedAt && instant(fetchedAt),
    refreshAt: instant(refreshAt),
    busy: row.busy,
  };
}
