import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laws } from './sentences';

const server = join(__dirname, '..', '..', '..', '..', 'src');

/** The refusal codes that the published interface promises; some of their rules are still to be built. */
const promised = [
  'within_opening_hours',
  'covered_by_membership',
  'ledger_balance',
  'minimum_notice',
  'booking_horizon',
  'booking_length',
  'time_grid',
  'future_bookings',
  'fair_share',
  'no_show_block',
  'resource_available',
  'in_the_past',
];

it('there are words for every law that can refuse a booking', () => {
  const rules = readdirSync(join(server, 'bookings'))
    .filter((name) => name.endsWith('.rules.ts'))
    .map((name) => readFileSync(join(server, 'bookings', name), 'utf8'));
  const named = rules.flatMap((code) => [...code.matchAll(/Rule<\w+> = \{\s*name: '(\w+)'/g)].map((match) => match[1]));
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set([...named, ...promised])].filter((name) => !name || !(name in laws))).toEqual([]);
});
