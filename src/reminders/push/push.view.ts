import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';

/** A browser on which one wants notifications. Its keys and address are not shown again. */
export class PushSubscriptionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  device!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** One's own browsers, and the key that a new one is to trust. */
export class PushSubscriptionsView {
  @ApiProperty({ description: 'the `applicationServerKey` for `PushManager.subscribe()`, base64url' })
  publicKey!: string;

  @ApiProperty({ type: () => [PushSubscriptionView] })
  items!: PushSubscriptionView[];
}

/** What is read of a subscription. */
export interface PushSubscriptionRow {
  id: string;
  device: string | null;
  createdAt: Date;
}

/** What is told of a subscription. */
export function pushSubscriptionView({ id, device, createdAt }: PushSubscriptionRow): PushSubscriptionView {
  return { id, device, createdAt: instant(createdAt) };
}
