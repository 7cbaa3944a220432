import { Actor } from '../../src/kernel/actor';
import { SessionBookingService } from '../../src/coaching/sessions/session-booking.service';
import { ClosureService } from '../../src/lifecycle/closure.service';
import { MaintenanceService } from '../../src/lifecycle/maintenance.service';
import { RetirementService } from '../../src/lifecycle/retirement.service';
import { SiteChangeService } from '../../src/lifecycle/site-change.service';
import { Database } from '../../src/platform/database/database';
import { aFounder, anAssignment, aSessionCoach, Founder } from '../support/coaching-sessions';
import { aManager, aResource, aSite } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

const tomorrow = '2027-03-03';
const at = (time: string) => new Date(`${tomorrow}T${time}:00+02:00`);

let oasis: Oasis;
let db: Database;
let siteId: string;
let room: string;
let equal: string;
let manager: Actor;
let coach: Actor;
let founder: Founder;
let assignmentId: string;

beforeAll(async () => {
  oasis = await startOasis();
  db = oasis.database;
});
afterAll(() => oasis?.stop());

beforeEach(async () => {
  ({ id: siteId } = await aSite(db));
  room = await aResource(db, siteId, { kind: 'room', capacity: 4 });
  equal = await aResource(db, siteId, { kind: 'room', capacity: 6 });
  await aResource(db, siteId, { kind: 'room', capacity: 2 });
  manager = await aManager(db, siteId);
  coach = await aSessionCoach(db, siteId);
  founder = await aFounder(db, siteId);
  assignmentId = await anAssignment(db, siteId, founder, coach);
});

/** Coach and founder meet in the room, or in the one that is named. */
async function meeting(start = '10:00', end = '11:00', roomId = room): Promise<string> {
  const session = await oasis.get(SessionBookingService).book(founder.actor, {
    assignmentId,
    type: 'one_to_one',
    start: at(start),
    end: at(end),
    mode: 'on_site',
    roomId,
    topic: 'Pricing',
  });
  return session.id;
}

async function standing(id: string) {
  const [session] = await db.read<{ status: string; room: string; reason: string | null; version: number }>(
    'select status, room_id as room, reason, version from coaching_session where id = $1',
    [id],
  );
  const taken = await db.read<{ resource: string | null; person: string | null }>(
    'select resource_id as resource, person_id as person from occupation where cause_id = $1',
    [id],
  );
  return { ...session, rooms: taken.flatMap(({ resource }) => resource ?? []), taken: taken.length };
}

describe('a session whose room is taken away', () => {
  it('meets in an equal room at the same time when there is one, and the preview said so', async () => {
    const id = await meeting();
    const wanted = { start: at('09:00'), end: at('12:00'), reason: 'A leak' };
    const preview = await oasis.get(MaintenanceService).preview(manager, room, wanted);
    expect(preview.affectedSessions).toMatchObject([{ id, instead: { id: equal } }]);
    expect(await standing(id)).toMatchObject({ status: 'confirmed', room, version: 1 });
    const begun = await oasis.get(MaintenanceService).begin(manager, room, wanted);
    expect(begun.affectedSessions).toMatchObject([{ id, instead: { id: equal } }]);
    expect(await standing(id)).toMatchObject({
      status: 'confirmed',
      room: equal,
      rooms: [equal],
      taken: 3,
      version: 2,
    });
    const trail = await db.read(
      `select facts from audit_event where subject_id = $1 and action = 'coaching_session.move'`,
      [id],
    );
    expect(trail).toMatchObject([{ facts: { by: 'house', reason: 'A leak', to: { roomId: equal } } }]);
  });

  it('is called off with the reason when every equal room is taken, and lets go of everybody', async () => {
    const id = await meeting();
    await db.read('update resource set status = $2 where id = $1', [equal, 'retired']);
    const { affectedSessions } = await oasis.get(RetirementService).retire(manager, room, 'It becomes a kitchen');
    expect(affectedSessions).toMatchObject([{ id, instead: null }]);
    expect(await standing(id)).toMatchObject({ status: 'cancelled', reason: 'It becomes a kitchen', taken: 0 });
  });

  it('takes no room that somebody has, also not the time for cleaning of the one it had', async () => {
    const other = await aFounder(db, siteId);
    const otherCoach = await aSessionCoach(db, siteId);
    await anAssignment(db, siteId, other, otherCoach);
    const first = await meeting('10:00', '11:00');
    const second = await oasis.get(SessionBookingService).book(otherCoach, {
      coachId: otherCoach.personId,
      type: 'office_hour',
      start: at('10:30'),
      end: at('11:00'),
      mode: 'on_site',
      roomId: equal,
      topic: 'Tax',
      participants: [other.actor.personId],
    });
    await oasis.get(RetirementService).retire(manager, room);
    expect(await standing(first)).toMatchObject({ status: 'cancelled', taken: 0 });
    expect(await standing(second.id)).toMatchObject({ status: 'confirmed', rooms: [equal] });
  });

  it('falls at the same instant as all others that one act calls off: by it they are one message', async () => {
    const ids = [await meeting('10:00', '11:00'), await meeting('12:00', '13:00')];
    const start = oasis.clock.now().getTime();
    let reads = 0;
    const ticking = jest.spyOn(oasis.clock, 'now').mockImplementation(() => new Date(start + reads++));
    try {
      const closure = { startsOn: tomorrow, endsOn: tomorrow, reason: 'No power' };
      await oasis.get(ClosureService).announce(manager, siteId, closure);
    } finally {
      ticking.mockRestore();
    }
    expect(reads).toBeGreaterThan(1);
    const ends = await db.read('select distinct ended_at from coaching_session where id = any($1)', [ids]);
    expect(ends).toHaveLength(1);
  });

  it('falls with a closure of its site, and over a link it does not', async () => {
    const id = await meeting();
    const remote = await oasis.get(SessionBookingService).book(founder.actor, {
      assignmentId,
      type: 'one_to_one',
      start: at('13:00'),
      end: at('14:00'),
      mode: 'remote',
      topic: 'Pricing',
    });
    const closure = { startsOn: tomorrow, endsOn: tomorrow, reason: 'No power' };
    const preview = await oasis.get(ClosureService).preview(manager, siteId, closure);
    expect(preview.affectedSessions).toMatchObject([{ id, instead: null }]);
    const announced = await oasis.get(ClosureService).announce(manager, siteId, closure);
    expect(announced.affectedSessions).toMatchObject([{ id, instead: null }]);
    expect(await standing(id)).toMatchObject({ status: 'cancelled', reason: 'No power', taken: 0 });
    expect(await standing(remote.id)).toMatchObject({ status: 'confirmed', taken: 2 });
  });

  it('falls with its site', async () => {
    const id = await meeting();
    const administrator = new Actor(manager.personId, null, [{ role: 'administrator', siteId: null }]);
    await oasis.get(SiteChangeService).change(administrator, siteId, { status: 'closed' }, 'any', 'We move out');
    expect(await standing(id)).toMatchObject({ status: 'cancelled', reason: 'We move out', taken: 0 });
  });
});

describe('a room that is taken away while people book sessions in it', () => {
  it('never keeps a session, and never gives one room to two', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const each = await aFounder(db, siteId);
        const theirs = await aSessionCoach(db, siteId);
        return { each, theirs, pair: await anAssignment(db, siteId, each, theirs) };
      }),
    );
    const bookings = pairs.map(({ each, pair }, index) =>
      oasis.get(SessionBookingService).book(each.actor, {
        assignmentId: pair,
        type: 'one_to_one',
        start: at(`1${index}:00`),
        end: at(`1${index + 1}:00`),
        mode: 'on_site',
        roomId: room,
        topic: 'Pricing',
      }),
    );
    const retiring = oasis.get(RetirementService).retire(manager, room);
    await Promise.allSettled([...bookings, retiring]);
    await retiring;
    const left = await db.read(
      `select k.id from coaching_session k where k.room_id = $1 and k.status = 'confirmed'
       union all select o.id from occupation o where o.resource_id = $1 and o.cause = 'session'`,
      [room],
    );
    expect(left).toEqual([]);
    const halves = await db.read(
      `select k.id from coaching_session k where k.site_id = $1
       and (select count(*) from occupation o where o.cause_id = k.id) <> case when k.status = 'confirmed' then 3 else 0 end`,
      [siteId],
    );
    expect(halves).toEqual([]);
  });
});
