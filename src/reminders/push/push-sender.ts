import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { Config } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { encrypted, longestPayload } from '../../platform/push/encryption';
import { PushAnswer, PushDoor } from '../../platform/push/push-door';
import { ServerKey, serverKeys } from '../../platform/push/server-keys';
import { Secrets } from '../../platform/secrets';

/** A notification that is ready to go. */
export interface Notice {
  /** The id of the message in the ledger; a repeat takes the place of the first. */
  id: string;
  personId: string;
  title: string;
  text: string;
  /** Where a tap leads. */
  link: string;
  usefulUntil: Date;
  isUrgent: boolean;
}

/** No browser took a notification. */
export class PushRefused extends Error {
  constructor(
    /** In few words and without addresses: goes into the ledger and the log. */
    readonly reason: string,
    readonly isPermanent: boolean,
  ) {
    super(reason);
    this.name = 'PushRefused';
  }
}

interface Browser {
  id: string;
  endpoint: string;
  publicKey: Buffer;
  authSecret: Buffer;
  keyId: string;
}

/** Push services keep a message for four weeks at most. */
const longestTtl = 28 * 24 * 3600;

/** Longest texts, in characters: more than any system shows, and together less than a record. */
const longest = { title: 150, text: 500 };

/** Hands notifications to the push services of a person's browsers. */
@Injectable()
export class PushSender {
  private readonly keys: ReadonlyMap<string, ServerKey>;
  private readonly contact: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly door: PushDoor,
    config: Config,
    secrets: Secrets,
  ) {
    this.keys = new Map(serverKeys(secrets).map((key) => [key.id, key]));
    const address = /([^\s<>]+@[^\s<>]+)/.exec(config.mailFrom)?.[1];
    this.contact = config.publicUrl.startsWith('https:')
      ? config.publicUrl
      : `mailto:${address ?? 'no-reply@oasis.example'}`;
  }

  /**
   * Gives a notification to every browser of a person, and returns once one of them has it: the person is told then, on
   * whichever device. A browser that has unsubscribed is forgotten.
   * @throws PushRefused when no browser took it
   */
  async handOver(notice: Notice): Promise<void> {
    const browsers = await this.database.read<Browser>(
      `select id, endpoint, public_key as "publicKey", auth_secret as "authSecret", key_id as "keyId"
       from push_subscription where person_id = $1 order by created_at desc`,
      [notice.personId],
    );
    const answers = await Promise.all(browsers.map((browser) => this.give(browser, notice)));
    const gone = browsers.filter((_, index) => answers[index]?.kind === 'gone').map(({ id }) => id);
    if (gone.length > 0) {
      // By the address as it was: a browser that has subscribed anew meanwhile stays.
      await this.database.transaction((tx) =>
        tx.query('delete from push_subscription where id = any($1) and endpoint = any($2)', [
          gone,
          browsers.map(({ endpoint }) => endpoint),
        ]),
      );
    }
    if (answers.some(({ kind }) => kind === 'taken')) return;
    const failures = answers.flatMap((answer) => ('reason' in answer ? [answer] : []));
    const again = failures.find(({ kind }) => kind === 'again');
    if (again) throw new PushRefused(again.reason, false);
    throw new PushRefused(failures[0]?.reason ?? 'no browser wants notifications any more', true);
  }

  private give(browser: Browser, notice: Notice): Promise<PushAnswer> {
    // Our secret was changed twice since: the browser trusts a key that we do not have any more.
    const key = this.keys.get(browser.keyId);
    if (!key) return Promise.resolve({ kind: 'gone' });
    const now = this.clock.now();
    const { id, title, text, link, usefulUntil, isUrgent } = notice;
    const payload = { id, title: shortened(title, longest.title), text: shortened(text, longest.text), link };
    const plain = Buffer.from(JSON.stringify(payload));
    if (plain.length > longestPayload)
      return Promise.resolve({ kind: 'refused', reason: 'too long for a notification' });
    return this.door.hand({
      endpoint: browser.endpoint,
      authorization: key.authorization(new URL(browser.endpoint).origin, this.contact, now),
      body: encrypted(plain, browser),
      ttl: Math.min(longestTtl, Math.max(0, Math.floor((usefulUntil.getTime() - now.getTime()) / 1000))),
      urgency: isUrgent ? 'high' : 'normal',
      topic: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'),
    });
  }
}

function shortened(text: string, most: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
