import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';

/** What every site of the demonstration lends. */
const extras = [
  { name: 'Projector', stock: 2 },
  { name: 'VR headset', stock: 3 },
  { name: 'Podcast kit', stock: 1 },
];

const guests = [
  { name: 'Ilona Investor', email: 'ilona@guests.example' },
  { name: 'Kalle Kunde', email: 'kalle@guests.example' },
];

/**
 * Gives a site what it lends, the next meetings there guests and headsets, and most members the wish to be seen by those
 * who are in as well. Guests were invited long ago, so nobody is written to. The next three meetings take a headset
 * each, of which there are three: whenever they are, there are enough.
 */
export async function loadAdditions(tx: EntityManager, siteId: string, now: Date, before: Date): Promise<void> {
  await tx.query(
    `insert into extra (id, site_id, name, stock, created_at, updated_at)
     select id, $2, name, stock, $3, $3 from jsonb_to_recordset($1) as e (id uuid, name text, stock smallint)`,
    [JSON.stringify(extras.map((extra) => ({ id: newId(), ...extra }))), siteId, before],
  );
  const meetings: { id: string }[] = await tx.query(
    `select b.id from booking b join resource r on r.id = b.resource_id
     where b.site_id = $1 and r.kind = 'room' and r.capacity > ${guests.length} and b.status = 'confirmed'
       and b.starts_at > $2
     order by b.starts_at, b.id limit 3`,
    [siteId, now],
  );
  for (const { id } of meetings) {
    await tx.query(
      `insert into booking_extra (booking_id, extra_id, count)
       select $1, id, 1 from extra where site_id = $2 and name = 'VR headset'`,
      [id, siteId],
    );
    await tx.query(
      `insert into booking_guest (id, booking_id, name, email, created_at, updated_at)
       select id, $2, name, email, $3, $3 from jsonb_to_recordset($1) as g (id uuid, name text, email text)`,
      [JSON.stringify(guests.map((guest) => ({ id: newId(), ...guest }))), id, before],
    );
  }
  await tx.query(
    `insert into consent (id, person_id, purpose, given_at)
     select gen_random_uuid(), m.person_id, 'who_is_in', $2 from (
       select distinct person_id from membership where site_id = $1 and status = 'active') m
     where not exists (
       select 1 from consent c where c.person_id = m.person_id and c.purpose = 'who_is_in' and c.withdrawn_at is null)
     order by m.person_id offset 1`,
    [siteId, before],
  );
}
