import { Matches } from 'class-validator';
import { Text } from '../../platform/http/fields';

/** The calendar elsewhere in which one is busy, too. */
export class OutsideCalendarDto {
  @Text({ max: 2000, example: 'https://calendar.example/private-4711/basic.ics', description: 'a secret; kept sealed' })
  @Matches(/^\S+$/)
  url!: string;
}
