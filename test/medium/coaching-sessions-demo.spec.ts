import { loadDemo } from '../../src/demo/demo';
import { Oasis, startOasis } from '../support/oasis';

let oasis: Oasis;
beforeAll(async () => {
  oasis = await startOasis();
  await loadDemo(oasis.database, oasis.clock.now());
});
afterAll(() => oasis.stop());

it('shows sessions of every state that a first look should meet, with what followed from them', async () => {
  const sessions = await oasis.database.read(
    `select k.type, k.status, count(*)::int as count,
            count(*) filter (where k.status in ('confirmed') and k.starts_at > $1)::int as ahead
     from coaching_session k group by 1, 2 order by 1, 2`,
    [oasis.clock.now()],
  );
  expect(sessions).toEqual([
    { type: 'office_hour', status: 'confirmed', count: 1, ahead: 1 },
    { type: 'one_to_one', status: 'closed', count: 2, ahead: 0 },
    { type: 'one_to_one', status: 'confirmed', count: 1, ahead: 1 },
    { type: 'one_to_one', status: 'held', count: 1, ahead: 0 },
  ]);
  const [counts] = await oasis.database.read(
    `select (select count(*)::int from session_note where visibility = 'private') as private,
            (select count(*)::int from session_note where visibility = 'shared') as shared,
            (select count(*)::int from coaching_goal) as goals, (select count(*)::int from action_item) as items,
            (select count(*)::int from session_feedback) as feedback`,
  );
  expect(counts).toEqual({ private: 2, shared: 2, goals: 1, items: 3, feedback: 1 });
});

it('has taken everybody and paid for everything, as if it had been booked', async () => {
  const halves = await oasis.database.read(
    `select k.id from coaching_session k
     where (select count(*) from occupation o where o.cause_id = k.id)
        <> 2 + case when k.room_id is null then 0 else 1 end`,
  );
  expect(halves).toEqual([]);
  const [before] = await oasis.database.read('select count(*) from allowance_entry');
  await oasis.database.read('select settle_session(id, $1) from coaching_session', [oasis.clock.now()]);
  expect(await oasis.database.read('select count(*) from allowance_entry')).toEqual([before]);
});
