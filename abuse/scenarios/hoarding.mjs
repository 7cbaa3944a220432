// S15: places that are hoarded by a script.
import { Figures } from '../../chaos/figures.mjs';
import { Random } from '../../chaos/random.mjs';
import { several } from '../caller.mjs';
import { aPerson, signIn } from '../visitors.mjs';

/** S15: one person, and twenty of them, who take every place that they can get. */
export async function hoarding(target, { full, seed }) {
  const figures = new Figures('hoarding', 'S15 places that are hoarded by one person, and by twenty');
  const random = new Random(seed);
  const today = new Date(await target.house('advance', 0));
  const places = await target.sql(
    `select id from resource where site_id = $1 and kind = 'desk' and status = 'active'`,
    [target.cast.site],
  );
  const accounts = [];
  for (let i = 0; i < (full ? 20 : 4); i++) accounts.push(await aPerson(target, { founder: true }));
  const tries = full ? 40 : 10;
  const most = new Map();
  const statuses = {};
  const held = async () => {
    const rows = await target.sql(
      `select holder_id as id, count(*)::int as n from occupation where cause = 'hold' and expires_at > $2 and holder_id = any($1) group by 1`,
      [accounts.map(({ id }) => id), await target.house('advance', 0)],
    );
    for (const { id, n } of rows) most.set(id, Math.max(most.get(id) ?? 0, n));
  };
  const counted = async () => {
    const { text } = await target.caller.ask('GET', '/metrics');
    return Number(/^oasis_refusals_total\{rule="holds_per_person"\} (\d+)/m.exec(text)?.[1] ?? 0);
  };
  const before = await counted();
  const hands = [];
  for (const account of accounts) hands.push((await signIn(target, account)).token);
  let taken = 0;
  await several(
    random.shuffled(hands.flatMap((token) => Array.from({ length: tries }, (_, i) => ({ token, i })))),
    16,
    async ({ token, i }) => {
      const day = new Date(today.getTime() + (1 + (i % 3)) * 86_400_000).toISOString().slice(0, 10);
      const body = {
        resourceId: random.of(places).id,
        date: day,
        from: `${9 + (i % 9)}:00`.padStart(5, '0'),
        to: `${9 + (i % 9)}:30`.padStart(5, '0'),
      };
      const { status } = await target.caller.ask('POST', '/api/v1/holds', { token, body });
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 201) taken++;
      if (i % 4 === 0) await held();
    },
  );
  await held();
  figures.note('accounts, and tries of each', `${accounts.length} x ${tries}`);
  figures.note('answers', JSON.stringify(statuses));
  figures.atLeast('places that were held', taken, accounts.length);
  figures.atMost('places that one person held at any time', Math.max(0, ...most.values()), 2);
  const refused = statuses[422] ?? 0;
  figures.atLeast('refusals that the metric for alerts has counted', (await counted()) - before, Math.min(refused, 1));
  figures.atLeast('refusals', refused, 1);
  return figures;
}
