import { EntityManager } from 'typeorm';
import { LocalTime } from '../kernel/site-time';
import { Reader } from './kind';
import { Claim } from './ledger';
import { quietUntil } from './message.rules';

/** Somebody to be told something, with how they want to be told. */
export interface Addressee extends Reader {
  email: string;
  status: string;
  /** Whether they want this kind over this channel. */
  wanted: boolean;
  quietHours: { from: LocalTime; to: LocalTime } | null;
}

/** Who a message is for, as things stand. Rows of messages go with whom they are for, so there is one. */
export async function addressee(tx: EntityManager, claim: Claim): Promise<Addressee> {
  const found = claim.guestId === null ? await person(tx, claim) : await guest(tx, claim.guestId);
  if (!found) throw new Error('A message without an addressee cannot be sent.');
  return found;
}

async function person(tx: EntityManager, claim: Claim): Promise<Addressee | undefined> {
  const [found] = await tx.query<Addressee[]>(
    `select x.id, x.full_name as name, x.email, x.locale, x.time_zone as "timeZone", x.status,
            coalesce(case $3 when 'mail' then p.mail when 'push' then p.push else p.app end, true) as wanted,
            case when q.person_id is not null then jsonb_build_object('from', left(q.starts::text, 5), 'to', left(q.ends::text, 5)) end as "quietHours"
     from person x
     left join reminder_preference p on p.person_id = x.id and p.kind = $2
     left join quiet_hours q on q.person_id = x.id
     where x.id = $1`,
    [claim.personId, claim.kind, claim.channel],
  );
  return found;
}

/** A guest reads the language of the host, has no wishes, and no clock that we know of. */
async function guest(tx: EntityManager, id: string): Promise<Addressee | undefined> {
  const [found] = await tx.query<Addressee[]>(
    `select g.id, g.name, g.email, h.locale, null as "timeZone", 'active' as status, true as wanted, null as "quietHours"
     from booking_guest g join booking b on b.id = g.booking_id join person h on h.id = b.person_id
     where g.id = $1`,
    [id],
  );
  return found;
}

/** When the quiet hours end that it is now for somebody, on their clock or else on that of the site it is about. */
export function endOfQuiet(
  { quietHours, timeZone }: Addressee,
  fact: Record<string, unknown>,
  now: Date,
): Date | undefined {
  const ofSite = typeof fact['timeZone'] === 'string' ? fact['timeZone'] : 'UTC';
  return quietHours ? quietUntil(now, quietHours, timeZone ?? ofSite) : undefined;
}
