import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Actor } from '../../kernel/actor';
import { Clock } from '../../kernel/clock';
import { Conflict, Malformed, Missing } from '../../kernel/errors';
import { newId } from '../../kernel/id';
import { insist } from '../../kernel/refusal';
import { LocalDate } from '../../kernel/site-time';
import { Audit } from '../../platform/audit/audit';
import { Database, Laws } from '../../platform/database/database';
import { IdempotencyKey, once } from '../../platform/http/idempotency';
import { MemberTime, teamRules } from './venture.rules';
import {
  insistOnActive,
  insistOnMayDo,
  loadVenture,
  LockedVenture,
  openVenture,
  rolesIn,
  touch,
} from './venture.store';
import { VentureView, ventureView } from './venture.view';

/** Somebody who joins, by id or by mail address. */
export interface NewMember {
  personId?: string;
  email?: string;
  lead?: boolean;
  /** Today when left out. */
  startsOn?: LocalDate;
}

type Member = LockedVenture['members'][number];

/** What the database insists on, for whoever opens the transaction. */
export const teamLaws: Laws = {
  venture_member_once: () =>
    new Conflict('venture_member_once', 'This person is in the team at that time already; one time after the other.'),
};

/** Who is in a venture, and when. */
@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes somebody into the team: an entrepreneur of the site, or somebody who has applied there.
   * @throws Missing for anybody else; Refused `in_the_past`; Conflict `venture_member_once`
   */
  async add(actor: Actor, id: string, wanted: NewMember, idempotency?: IdempotencyKey): Promise<VentureView> {
    const now = this.clock.now();
    if ((wanted.personId === undefined) === (wanted.email === undefined)) {
      throw Malformed.at('/personId', 'give either the id or the mail address');
    }
    return this.database.transaction(
      (tx) =>
        once(tx, actor.personId, idempotency, now, async () => {
          const venture = await openVenture(tx, actor, id, 'change-members', now);
          const personId = await this.belonging(tx, venture, wanted, now);
          const { lead = false, startsOn = venture.today } = wanted;
          const time: MemberTime = { personId, lead, startsOn, endsOn: null };
          insist(teamRules, { today: venture.today, from: startsOn, members: [...venture.members, time] });
          await tx.query(
            'insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, $4, $5)',
            [newId(), id, personId, lead, startsOn],
          );
          return this.written(tx, actor, venture, 'venture.add_member', { personId, lead, startsOn }, now);
        }),
      teamLaws,
    );
  }

  /** Makes a member a lead, or a lead a member. @throws Missing; Refused `venture_lead` */
  async setLead(actor: Actor, id: string, memberId: string, lead: boolean): Promise<VentureView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const venture = await openVenture(tx, actor, id, 'change-members', now);
      const member = memberOf(venture, memberId);
      insistOnGoing(member, venture.today);
      const members = venture.members.map((one) => (one.id === memberId ? { ...one, lead } : one));
      insist(teamRules, { today: venture.today, from: venture.today, members });
      await tx.query('update venture_member set lead = $2 where id = $1', [memberId, lead]);
      return this.written(tx, actor, venture, 'venture.set_lead', { personId: member.personId, lead }, now);
    });
  }

  /**
   * Sets somebody's last day, in the transaction of the story that also looks after what they have agreed on with the
   * team; the venture is locked. Everybody may leave by themselves. A time that has not begun is taken away when it is to
   * end before its first day.
   * @throws Missing; Conflict `venture_member_ended`; Refused `in_the_past`, `venture_lead`
   */
  async endIn(tx: EntityManager, actor: Actor, id: string, memberId: string, endsOn: LocalDate): Promise<VentureView> {
    const now = this.clock.now();
    const venture = await loadVenture(tx, id, now);
    const held = rolesIn(venture, actor);
    const member = memberOf(venture, memberId);
    if (member.personId !== actor.personId) insistOnMayDo('change-members', held);
    insistOnActive(venture);
    insistOnGoing(member, venture.today);
    const never = endsOn < member.startsOn;
    const others = venture.members.filter((one) => one.id !== memberId);
    const members = never ? others : [...others, { ...member, endsOn }];
    insist(teamRules, { today: venture.today, from: endsOn, members });
    await (never
      ? tx.query('delete from venture_member where id = $1', [memberId])
      : tx.query('update venture_member set ends_on = $2 where id = $1', [memberId, endsOn]));
    return this.written(tx, actor, venture, 'venture.end_member', { personId: member.personId, endsOn }, now);
  }

  /** The person who is meant, if they belong to the site; the answer for all others is the same. */
  private async belonging(tx: EntityManager, venture: LockedVenture, wanted: NewMember, now: Date): Promise<string> {
    const rows: { id: string }[] = await tx.query(
      `select p.id from person p
       where (p.id = $1 or p.email = $2) and p.status = 'active' and (
         exists (select 1 from role_grant g where g.person_id = p.id and g.site_id = $3 and g.role = 'entrepreneur'
                 and (g.ends_at is null or g.ends_at > $4))
         or exists (select 1 from application a where a.person_id = p.id and a.site_id = $3
                    and a.status not in ('draft', 'rejected', 'withdrawn', 'expired')))
       for key share of p`,
      [wanted.personId ?? null, wanted.email ?? null, venture.siteId, now],
    );
    if (!rows[0]) throw new Missing('person at this site');
    return rows[0].id;
  }

  private async written(
    tx: EntityManager,
    actor: Actor,
    { id, siteId }: LockedVenture,
    action: string,
    facts: Record<string, unknown>,
    now: Date,
  ): Promise<VentureView> {
    await touch(tx, id, now);
    await this.audit.write(tx, { at: now, actor, action, subjectId: id, siteId, facts });
    return ventureView(await loadVenture(tx, id, now), now);
  }
}

function memberOf(venture: LockedVenture, memberId: string): Member {
  const member = venture.members.find(({ id }) => id === memberId);
  if (!member) throw new Missing('member of this venture');
  return member;
}

function insistOnGoing({ endsOn }: Member, today: LocalDate): void {
  if (endsOn !== null && endsOn < today) {
    throw new Conflict('venture_member_ended', 'This time in the team is over.');
  }
}
