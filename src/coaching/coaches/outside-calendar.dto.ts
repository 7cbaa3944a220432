import { Form, Text } from '../../platform/http/fields';

/** The calendar elsewhere in which one is busy, too. */
export class OutsideCalendarDto {
  @Text({ max: 2000, example: 'https://calendar.example/private-4711/basic.ics', description: 'a secret; kept sealed' })
  @Form(/^\S+$/, 'one address without spaces')
  url!: string;
}
