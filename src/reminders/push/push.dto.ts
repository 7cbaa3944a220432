import { Nested, Text } from '../../platform/http/fields';

/** The keys of a browser's subscription, base64url as `PushSubscription.toJSON()` has them. */
export class PushKeysDto {
  @Text({ max: 100 })
  p256dh!: string;

  @Text({ max: 40 })
  auth!: string;
}

/** A browser that wants notifications: what its `PushManager.subscribe()` gave, and a name for it. */
export class PushSubscriptionDto {
  @Text({ max: 2000, description: 'an HTTPS address of a push service' })
  endpoint!: string;

  @Nested(() => PushKeysDto)
  keys!: PushKeysDto;

  @Text({ max: 60, optional: true, description: 'what the person calls the device', example: 'My phone' })
  device?: string;
}
