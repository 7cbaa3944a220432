import { Choice, Id, Instant, Int, QueryBool, Text } from '../../platform/http/fields';
import { ExtraStatus, extraStatuses } from './extra.rules';

/** How many of an extra are wanted with a place. */
export class WantedExtraDto {
  @Id()
  extraId!: string;

  @Int({ min: 1, max: 1000, example: 1 })
  count!: number;
}

export class ExtrasQuery {
  @Instant({ optional: true, description: 'with end: answers what is left then' })
  start?: Date;

  @Instant({ optional: true, example: '2027-03-04T11:00:00+02:00' })
  end?: Date;
}

export class NewExtraDto {
  @Text({ max: 80, example: 'VR headset' })
  name!: string;

  @Int({ min: 0, max: 1000, example: 3 })
  stock!: number;
}

/** What to change of an extra; what is left out stays. */
export class ChangeExtraDto {
  @Text({ optional: true, max: 80 })
  name?: string;

  @Int({ optional: true, min: 0, max: 1000 })
  stock?: number;

  @Choice(extraStatuses, { optional: true, description: 'what is retired is lent no more' })
  status?: ExtraStatus;
}

export class ChangeExtraQuery {
  @QueryBool({ optional: true, description: 'true answers whose bookings would lose it, and changes nothing' })
  preview?: boolean;
}
