import { EntityManager } from 'typeorm';
import { LocalTime } from '../kernel/site-time';
import { Reader } from './kind';
import { Claim } from './ledger';

/** Somebody to be told something, with how they want to be told. */
export interface Addressee extends Reader {
  email: string;
  status: string;
  /** Whether they want this kind over this channel. */
  wanted: boolean;
  quietHours: { from: LocalTime; to: LocalTime } | null;
}

/** Who a message is for, as things stand. Rows of messages go with their person, so there is one. */
export async function addressee(tx: EntityManager, claim: Claim): Promise<Addressee> {
  const [person] = await tx.query<Addressee[]>(
    `select x.id, x.full_name as name, x.email, x.locale, x.time_zone as "timeZone", x.status,
            coalesce(case $3 when 'mail' then p.mail else p.app end, true) as wanted,
            case when q.person_id is not null then jsonb_build_object('from', left(q.starts::text, 5), 'to', left(q.ends::text, 5)) end as "quietHours"
     from person x
     left join reminder_preference p on p.person_id = x.id and p.kind = $2
     left join quiet_hours q on q.person_id = x.id
     where x.id = $1`,
    [claim.personId, claim.kind, claim.channel],
  );
  if (!person) throw new Error('A message without a person cannot be sent.');
  return person;
}
