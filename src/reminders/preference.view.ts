import { ApiProperty } from '@nestjs/swagger';
import { kindsForPeople } from './kinds';
import { Channel, channels } from './message.entity';

/** Between which times of day mails wait. */
export class QuietHoursView {
  @ApiProperty({ example: '21:00' })
  from!: string;

  @ApiProperty({ example: '07:00' })
  to!: string;
}

/** Between which distances a person can choose. */
export class DistanceView {
  @ApiProperty()
  usual!: number;

  @ApiProperty()
  least!: number;

  @ApiProperty()
  most!: number;
}

/** How a person wants to be told of one kind of thing. */
export class KindPreferenceView {
  @ApiProperty({ enum: kindsForPeople.map(({ name }) => name), enumName: 'MessageKind' })
  kind!: string;

  @ApiProperty({ enum: channels, isArray: true, description: 'where it appears' })
  channels!: Channel[];

  @ApiProperty({ enum: channels, isArray: true, description: 'where it could appear' })
  possibleChannels!: Channel[];

  @ApiProperty({ description: 'false: it belongs to the account or is a decision, and is always told everywhere' })
  canBeSwitchedOff!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'null: this kind knows no distance' })
  minutesBefore!: number | null;

  @ApiProperty({ type: () => DistanceView, nullable: true })
  distance!: DistanceView | null;
}

/** How a person wants to be told. */
export class ReminderPreferencesView {
  @ApiProperty({ type: () => [KindPreferenceView] })
  kinds!: KindPreferenceView[];

  @ApiProperty({
    type: () => QuietHoursView,
    nullable: true,
    description: 'on the clock of the person; mails that can wait do so until they are over',
  })
  quietHours!: QuietHoursView | null;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when choosing' })
  version!: number;
}

/** How a person wants to be told, as it is stored. */
export interface StoredPreferences {
  chosen: PreferenceRow[];
  quietHours: QuietHoursView | null;
  version: number;
}

/** What is stored of a person's choice. */
export interface PreferenceRow {
  kind: string;
  mail: boolean;
  app: boolean;
  push: boolean;
  minutesBefore: number | null;
}

/** All kinds with what was chosen, and the usual where nothing was. */
export function preferencesView({ chosen: rows, quietHours, version }: StoredPreferences): ReminderPreferencesView {
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  return {
    kinds: kindsForPeople.map(({ name, channels: possible, canBeSwitchedOff, minutesBefore }) => {
      const row = canBeSwitchedOff ? chosen.get(name) : undefined;
      return {
        kind: name,
        channels: possible.filter((channel) => row?.[channel] ?? true),
        possibleChannels: [...possible],
        canBeSwitchedOff,
        minutesBefore: minutesBefore ? (row?.minutesBefore ?? minutesBefore.usual) : null,
        distance: minutesBefore ?? null,
      };
    }),
    quietHours,
    version,
  };
}
