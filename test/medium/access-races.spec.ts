import { Accounts } from '../../src/access/accounts.service';
import { Attempts } from '../../src/access/attempts.service';
import { Actor } from '../../src/kernel/actor';
import { Conflict, TooMany } from '../../src/kernel/errors';
import { newId } from '../../src/kernel/id';
import { RoleGrants } from '../../src/people/role-grants.service';
import { aPerson } from '../support/house';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
});
afterAll(() => oasis.stop());

const reasons = (outcomes: PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));

describe('tries of a password', () => {
  it('are ten for one account, however many begin at once in however many processes', async () => {
    const attempts = oasis.get(Attempts);
    for (let round = 0; round < 5; round++) {
      const email = `${newId()}@people.example`;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, () => attempts.before('password', email, null)),
      );
      const refused = reasons(outcomes);
      expect(refused).toHaveLength(30);
      for (const reason of refused) expect(reason).toBeInstanceOf(TooMany);
    }
  });
});

describe('last_administrator', () => {
  it('stays when two remove each other at once, by closing the account or by taking the role', async () => {
    const accounts = oasis.get(Accounts);
    const grants = oasis.get(RoleGrants);
    const grantOf = async ({ personId }: Actor): Promise<string> => {
      const [grant] = await oasis.database.read<{ id: string }>(`select id from role_grant where person_id = $1`, [
        personId,
      ]);
      return grant?.id ?? '';
    };
    for (let round = 0; round < 10; round++) {
      await oasis.database.read(`delete from role_grant where role = 'administrator'`);
      const one = await aPerson(oasis.database, 'administrator');
      const two = await aPerson(oasis.database, 'administrator');
      const [grantOfOne, grantOfTwo] = [await grantOf(one), await grantOf(two)];
      const outcomes = await Promise.allSettled(
        round % 2
          ? [accounts.disable(one, two.personId), accounts.disable(two, one.personId)]
          : [grants.revoke(one, grantOfTwo), grants.revoke(two, grantOfOne)],
      );
      const [reason, ...more] = reasons(outcomes);
      expect(more).toEqual([]);
      expect(reason).toBeInstanceOf(Conflict);
      expect((reason as Conflict).code).toBe('last_administrator');
    }
  });
});
