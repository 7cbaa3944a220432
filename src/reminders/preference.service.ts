import { Injectable, OnModuleInit } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Clock } from '../kernel/clock';
import { Malformed, Missing } from '../kernel/errors';
import { PersonalRecords } from '../people/personal-records';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { ExpectedVersion, insistOnVersion } from '../platform/http/if-match';
import { kindNamed } from './kinds';
import { Channel } from './message.entity';
import {
  PreferenceRow,
  preferencesView,
  QuietHoursView,
  ReminderPreferencesView,
  StoredPreferences,
} from './preference.view';
import { UnsubscribeLinks } from './unsubscribe-links';

/** A person's wish for one kind. */
export interface WantedKind {
  kind: string;
  channels: readonly Channel[];
  minutesBefore?: number;
}

/** A person's wishes; kinds that are left out are as usual, and without quiet hours there are none. */
export interface WantedPreferences {
  kinds: readonly WantedKind[];
  quietHours?: QuietHoursView | null;
}

/** How people want to be told. */
@Injectable()
export class PreferenceService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly records: PersonalRecords,
    private readonly links: UnsubscribeLinks,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'reminderPreferences', read: (personId) => this.about(personId) });
  }

  /** All kinds of messages with the actor's choice. */
  async own({ personId }: Actor): Promise<ReminderPreferencesView> {
    return preferencesView(await this.stored(personId));
  }

  /**
   * Replaces all choices of the actor.
   * @throws Malformed for a choice that the kind does not know; Unconditional without an expected version, Stale with an
   *   older one
   */
  async choose(actor: Actor, wanted: WantedPreferences, expected: ExpectedVersion): Promise<ReminderPreferencesView> {
    const { kinds, quietHours = null } = wanted;
    kinds.forEach(insistOnPossible);
    if (new Set(kinds.map(({ kind }) => kind)).size < kinds.length) throw Malformed.at('/kinds', 'names a kind twice');
    if (quietHours && (quietHours.from === quietHours.to || quietHours.from === '24:00')) {
      throw Malformed.at('/quietHours', 'begin and end at different times of a day');
    }
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      insistOnVersion('choice of reminders', expected, await lockedVersion(tx, personId));
      await tx.query('delete from reminder_preference where person_id = $1', [personId]);
      await tx.query('delete from quiet_hours where person_id = $1', [personId]);
      for (const { kind, channels, minutesBefore } of kinds) {
        const chosen = [
          channels.includes('mail'),
          channels.includes('app'),
          channels.includes('push'),
          minutesBefore ?? null,
        ];
        await tx.query(
          `insert into reminder_preference (person_id, kind, mail, app, push, minutes_before) values ($1, $2, $3, $4, $5, $6)`,
          [personId, kind, ...chosen],
        );
      }
      if (quietHours) {
        await tx.query('insert into quiet_hours (person_id, starts, ends) values ($1, $2, $3)', [
          personId,
          quietHours.from,
          quietHours.to,
        ]);
      }
      await this.write(tx, actor, { kinds, quietHours });
    });
    return this.own(actor);
  }

  /** In whose name and language a link from a mail is shown. @throws Missing when the link is not one of ours */
  async holderOf(token: string): Promise<{ personId: string; kind: string; locale: string }> {
    const { personId, kind } = this.links.read(token) ?? {};
    const [person] = personId
      ? await this.database.read<{ locale: string }>(`select locale from person where id = $1`, [personId])
      : [];
    if (!person || !personId || !kind || !kindNamed(kind)?.canBeSwitchedOff) throw new Missing('page');
    return { personId, kind, locale: person.locale };
  }

  /** Stops the mails of a kind for who holds the link; a second time changes nothing. @throws Missing */
  async unsubscribe(token: string): Promise<{ locale: string }> {
    const { personId, kind, locale } = await this.holderOf(token);
    await this.database.transaction(async (tx) => {
      await lockedVersion(tx, personId);
      const changed = await tx.query<unknown[]>(
        `insert into reminder_preference as p (person_id, kind, mail) values ($1, $2, false)
         on conflict (person_id, kind) do update set mail = false where p.mail returning 1`,
        [personId, kind],
      );
      if (changed.length > 0) await this.write(tx, new Actor(personId, null, []), { unsubscribed: kind });
    });
    return { locale };
  }

  private async write(tx: EntityManager, actor: Actor, facts: Record<string, unknown>): Promise<void> {
    const action = 'person.choose_reminders';
    await tx.query('update person set reminders_version = reminders_version + 1 where id = $1', [actor.personId]);
    await this.audit.write(tx, { at: this.clock.now(), actor, action, subjectId: actor.personId, facts });
  }

  private async stored(personId: string): Promise<StoredPreferences> {
    const [row] = await this.database.read<{ version: number }>(
      'select reminders_version as version from person where id = $1',
      [personId],
    );
    return { ...(await this.about(personId)), version: row?.version ?? 1 };
  }

  private async about(personId: string): Promise<{ chosen: PreferenceRow[]; quietHours: QuietHoursView | null }> {
    const chosen = await this.database.read<PreferenceRow>(
      `select kind, mail, app, push, minutes_before as "minutesBefore" from reminder_preference where person_id = $1 order by kind`,
      [personId],
    );
    const [quietHours = null] = await this.database.read<QuietHoursView>(
      `select to_char(starts, 'HH24:MI') as "from", case when ends = '24:00' then '24:00' else to_char(ends, 'HH24:MI') end as "to"
       from quiet_hours where person_id = $1`,
      [personId],
    );
    return { chosen, quietHours };
  }
}

/** The version of somebody's choices, which nobody else changes until the transaction ends. @throws Missing */
async function lockedVersion(tx: EntityManager, personId: string): Promise<number> {
  const rows: { version: number }[] = await tx.query(
    'select reminders_version as version from person where id = $1 for no key update',
    [personId],
  );
  const row = rows[0];
  if (!row) throw new Missing('person');
  return row.version;
}

function insistOnPossible({ kind: name, channels, minutesBefore }: WantedKind, index: number): void {
  const kind = kindNamed(name);
  if (!kind) throw Malformed.at(`/kinds/${index}/kind`, 'is not a kind of message');
  const { canBeSwitchedOff, channels: possible, minutesBefore: distance } = kind;
  if (channels.some((channel) => !possible.includes(channel))) {
    throw Malformed.at(`/kinds/${index}/channels`, `can only be ${possible.join(' and ')}`);
  }
  if (!canBeSwitchedOff && channels.length < possible.length) {
    throw Malformed.at(`/kinds/${index}/channels`, 'cannot be switched off');
  }
  if (minutesBefore === undefined) return;
  if (!distance) throw Malformed.at(`/kinds/${index}/minutesBefore`, 'does not belong to this kind');
  if (minutesBefore < distance.least || minutesBefore > distance.most) {
    throw Malformed.at(`/kinds/${index}/minutesBefore`, `must be from ${distance.least} to ${distance.most}`);
  }
}
