import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Malformed, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { PersonalRecords } from '../../people/personal-records';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { isPublicKey } from '../../platform/push/encryption';
import { isPushEndpoint } from '../../platform/push/push-door';
import { serverKeys } from '../../platform/push/server-keys';
import { Secrets } from '../../platform/secrets';
import { PushSubscriptionRow, PushSubscriptionsView, PushSubscriptionView, pushSubscriptionView } from './push.view';

/** What a browser gives when its person says yes to notifications. */
export interface NewPushSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  device?: string;
}

/** More browsers than this nobody has; the one that is there for longest makes room. */
const mostPerPerson = 10;

/** The browsers on which people want notifications. */
@Injectable()
export class PushSubscriptionService implements OnModuleInit {
  private readonly key;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly records: PersonalRecords,
    secrets: Secrets,
  ) {
    [this.key] = serverKeys(secrets);
  }

  onModuleInit(): void {
    this.records.add({
      name: 'pushSubscriptions',
      read: async (personId) => (await this.of(personId)).map(pushSubscriptionView),
    });
  }

  /** The actor's browsers, the newest first, and our key. */
  async own({ personId }: Actor): Promise<PushSubscriptionsView> {
    return { publicKey: this.key.publicKey, items: (await this.of(personId)).map(pushSubscriptionView) };
  }

  /**
   * Remembers a browser. One that is known already is renewed; one that belonged to somebody else, who used the same
   * device before, is the actor's from now on. @throws Malformed
   */
  async add(actor: Actor, { endpoint, keys, device }: NewPushSubscription): Promise<PushSubscriptionView> {
    const [publicKey, authSecret] = [bytes(keys.p256dh), bytes(keys.auth)];
    if (!isPushEndpoint(endpoint)) throw Malformed.at('/endpoint', 'must be an HTTPS address of a push service');
    if (!isPublicKey(publicKey)) throw Malformed.at('/keys/p256dh', 'must be a public key of P-256');
    if (authSecret.length !== 16) throw Malformed.at('/keys/auth', 'must be 16 bytes');
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query('select 1 from person where id = $1 for no key update', [actor.personId]);
      const [row] = await tx.query<PushSubscriptionRow[]>(
        `insert into push_subscription (id, person_id, endpoint, public_key, auth_secret, key_id, device, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (endpoint) do update set person_id = excluded.person_id, public_key = excluded.public_key,
           auth_secret = excluded.auth_secret, key_id = excluded.key_id, device = excluded.device, created_at = excluded.created_at
         returning id, device, created_at as "createdAt"`,
        [newId(), actor.personId, endpoint, publicKey, authSecret, this.key.id, device ?? null, at],
      );
      if (!row) throw new Error('A subscription was not written.');
      await tx.query(
        `delete from push_subscription where id in (
           select id from push_subscription where person_id = $1 order by created_at desc, id desc offset ${mostPerPerson})`,
        [actor.personId],
      );
      await this.audit.write(tx, { at, actor, action: 'push_subscription.add', subjectId: actor.personId });
      return pushSubscriptionView(row);
    });
  }

  /** Forgets a browser of the actor's. @throws Missing */
  async remove(actor: Actor, id: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        'delete from push_subscription where id = $1 and person_id = $2',
        [id, actor.personId],
      );
      if (count === 0) throw new Missing('subscription');
      await this.audit.write(tx, { at, actor, action: 'push_subscription.remove', subjectId: actor.personId });
    });
  }

  private of(personId: string): Promise<PushSubscriptionRow[]> {
    return this.database.read<PushSubscriptionRow>(
      `select id, device, created_at as "createdAt" from push_subscription where person_id = $1 order by created_at desc, id desc`,
      [personId],
    );
  }
}

/** Bytes of base64url, in either alphabet and with or without padding: browsers differ. */
function bytes(text: string): Buffer {
  return /^[A-Za-z0-9+/_-]*=*$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
}
