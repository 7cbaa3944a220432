import { EntityManager } from 'typeorm';
import { Actor } from '../kernel/actor';
import { Forbidden } from '../kernel/errors';
import { judge } from '../kernel/refusal';
import { dutyRules } from './duty.rules';

/** Insists that somebody may decide on the case of these people. @throws Forbidden `segregation_of_duties` */
export async function insistOnDuty(tx: EntityManager, actor: Actor, about: readonly string[]): Promise<void> {
  const conflicts: { id: string }[] = await tx.query(
    `select case when person_id = $1 then about_id else person_id end as id
     from conflict_of_interest
     where ended_at is null and (person_id = $1 and about_id = any ($2) or about_id = $1 and person_id = any ($2))`,
    [actor.personId, about],
  );
  const facts = { actorId: actor.personId, about, conflicts: conflicts.map(({ id }) => id) };
  const [refusal] = judge(dutyRules, facts);
  if (refusal) throw new Forbidden(refusal.code, refusal.detail);
}
