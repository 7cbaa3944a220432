import { ApiProperty } from '@nestjs/swagger';
import { RefusalView } from '../bookings/answers.view';
import { Refusal } from '../kernel/errors';
import { SiteView } from '../sites/site.view';
import { RuleEffectsView, RuleOutcomeView } from './rule-change.view';
import { Kept, kept, MovableKind, movableKinds } from './time-zone.rules';

/** From when to when, as instants and as the clock of a zone shows them. */
export class TwoReadingsView {
  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;

  @ApiProperty({ example: '2027-03-04T09:00', description: 'what the clock of the site shows at the start' })
  localStart!: string;

  @ApiProperty({ example: '2027-03-04T11:00' })
  localEnd!: string;
}

/** Something that is agreed for a time at the site, as it is and as it would be. */
export class RezonedView {
  @ApiProperty({ enum: movableKinds })
  kind!: MovableKind;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the place, or the coach of a session; null when somebody waits for any place of a kind',
  })
  name!: string | null;

  @ApiProperty({ type: () => TwoReadingsView })
  before!: TwoReadingsView;

  @ApiProperty({ type: () => TwoReadingsView })
  after!: TwoReadingsView;

  @ApiProperty({
    type: () => RefusalView,
    isArray: true,
    description: 'why it cannot be as was wished, or which laws it would break; a choice is needed then',
  })
  because!: Refusal[];
}

/** A closure in force: its local dates stay, and the instants at which it begins and ends move. */
export class RezonedClosureView {
  @ApiProperty({ format: 'uuid' })
  closureId!: string;

  @ApiProperty({ type: () => TwoReadingsView })
  before!: TwoReadingsView;

  @ApiProperty({ type: () => TwoReadingsView })
  after!: TwoReadingsView;
}

/** A series of bookings, by the time of its next date. */
export class RezonedSeriesView {
  @ApiProperty({ format: 'uuid' })
  seriesId!: string;

  @ApiProperty({ example: '09:00' })
  localStart!: string;

  @ApiProperty({ example: '10:00', description: 'what its dates would read' })
  localStartAfter!: string;
}

/**
 * What another time zone would do to everything that is agreed at a site, and which bookings need a choice. Nothing has
 * been changed.
 */
export class TimeZonePreviewView extends RuleEffectsView {
  @ApiProperty({ description: 'send it as `seen` when applying' })
  seen!: string;

  @ApiProperty()
  from!: string;

  @ApiProperty()
  to!: string;

  @ApiProperty({ enum: kept })
  keep!: Kept;

  @ApiProperty({ type: () => RezonedView, isArray: true, description: 'everything that is agreed and not over' })
  items!: RezonedView[];

  @ApiProperty({ type: () => RezonedClosureView, isArray: true })
  closures!: RezonedClosureView[];

  @ApiProperty({ type: () => RezonedSeriesView, isArray: true })
  series!: RezonedSeriesView[];
}

/** A site under its new clock, and what has become of what was agreed there. */
export class RezonedSiteView extends SiteView {
  @ApiProperty({ description: 'how many bookings, sessions, maintenance and waiting entries have another instant now' })
  moved!: number;

  @ApiProperty({ type: () => RuleOutcomeView, isArray: true, description: 'bookings that needed a choice' })
  outcomes!: RuleOutcomeView[];
}
