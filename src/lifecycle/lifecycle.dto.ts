import { Instant, QueryBool, Text } from '../platform/http/fields';

/** Whether a change is only thought about. */
export class PreviewQuery {
  @QueryBool({ optional: true, description: 'true answers what would be affected, and changes nothing' })
  preview?: boolean;
}

/** A period for which a resource is out of service. */
export class NewMaintenanceDto {
  @Instant()
  start!: Date;

  @Instant()
  end!: Date;

  @Text({ max: 300 })
  reason!: string;
}

/** Why a resource is taken out of use. */
export class RetireDto {
  @Text({ optional: true, max: 300, description: 'for those whose bookings are cancelled' })
  reason?: string;
}
