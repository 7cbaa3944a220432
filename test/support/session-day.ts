import { SessionWish } from '../../src/coaching/sessions/session-plan';
import { Actor } from '../../src/kernel/actor';
import { WalletQueries } from '../../src/memberships/wallet/wallet.queries';
import { aFounder, anAssignment, aSessionCoach, Founder } from './coaching-sessions';
import { aResource, aSite } from './house';
import { Oasis } from './oasis';

/** Today of the specs of sessions: Tuesday 2 March 2027, 08:00 in Helsinki (UTC+2). */
export const now = new Date('2027-03-02T06:00:00Z');

/** A time by the clock of Helsinki in its winter, on the Thursday that most sessions are wished for. */
export const at = (time: string, date = '2027-03-04'): Date => new Date(`${date}T${time}:00+02:00`);

/** A site with one coach, one founder and one room, and what the specs ask of them. */
export class SessionDay {
  private constructor(
    private readonly oasis: Oasis,
    readonly siteId: string,
    readonly coach: Actor,
    /** The founder, with four hours of coaching a month. */
    readonly aino: Founder,
    readonly room: string,
    readonly assignmentId: string,
  ) {}

  /** A new day at a new site, at eight in the morning. */
  static async begins(oasis: Oasis): Promise<SessionDay> {
    const { database: db, clock } = oasis;
    clock.set(now);
    const { id: siteId } = await aSite(db);
    const coach = await aSessionCoach(db, siteId);
    const aino = await aFounder(db, siteId, 240);
    const room = await aResource(db, siteId, { kind: 'room', capacity: 4 });
    return new SessionDay(oasis, siteId, coach, aino, room, await anAssignment(db, siteId, aino, coach));
  }

  /** What Aino usually wants: an hour with her coach in the room. */
  wish(over: Partial<SessionWish> = {}): SessionWish {
    return {
      type: 'one_to_one',
      assignmentId: this.assignmentId,
      start: at('10:00'),
      end: at('11:00'),
      mode: 'on_site',
      roomId: over.mode === 'remote' || over.anyRoom ? undefined : this.room,
      topic: 'Pricing',
      ...over,
    };
  }

  /** Who and what a session has taken, as `subject start end` without the date. */
  async taken(sessionId: string): Promise<string[]> {
    const rows = await this.oasis.database.read<{ person: string | null; start: Date; end: Date }>(
      'select person_id as person, starts_at as start, ends_at as "end" from occupation where cause_id = $1',
      [sessionId],
    );
    const names = new Map([
      [this.coach.personId, 'coach'],
      [this.aino.actor.personId, 'aino'],
    ]);
    const name = (person: string | null) => (person === null ? 'room' : (names.get(person) ?? 'other'));
    const time = (date: Date) => date.toISOString().slice(11, 16);
    return rows.map(({ person, start, end }) => `${name(person)} ${time(start)}-${time(end)}`).sort();
  }

  /** `granted used held left` of a founder's minutes of coaching in a month. */
  async balance({ actor, membershipId }: Founder, month = '2027-03'): Promise<(number | null)[]> {
    const { balances } = await this.oasis.get(WalletQueries).month(actor, membershipId, month);
    const found = balances.find(({ kind }) => kind === 'coaching_minutes');
    return found ? [found.granted, found.used, found.held, found.left] : [];
  }
}
