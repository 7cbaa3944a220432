import { Choice, Int, ListOf, Nested, TimeField } from '../platform/http/fields';
import { Choices } from '../platform/http/list-fields';
import { kindsForPeople } from './kinds';
import { Channel, channels } from './message.entity';

/** How to be told of one kind of thing. */
export class KindPreference {
  @Choice(kindsForPeople.map(({ name }) => name))
  kind!: string;

  @Choices(channels, { description: 'none: the person does without it' })
  channels!: Channel[];

  @Int({
    optional: true,
    min: 5,
    max: 240,
    description: 'only where the kind knows a distance; the usual when left out',
  })
  minutesBefore?: number;
}

/** Between which times of day mails wait. */
export class QuietHoursDto {
  @TimeField({ example: '21:00' })
  from!: string;

  @TimeField({ example: '07:00' })
  to!: string;
}

/** How to be told of everything; a kind that is left out is as usual. */
export class ReminderPreferencesDto {
  @ListOf(() => KindPreference, { max: kindsForPeople.length })
  kinds!: KindPreference[];

  @Nested(() => QuietHoursDto, { optional: true, nullable: true })
  quietHours?: QuietHoursDto | null;
}
