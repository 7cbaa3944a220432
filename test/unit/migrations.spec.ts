import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'migrations');

/** The schema of the first version. What comes after it runs beside the version before, and must not break that. */
const first = '1795000009900';

/** What takes something away from a version that is at work, by the name of the deed. */
const contractions: [string, RegExp][] = [
  ['drops a table', /\bdrop\s+table\b/i],
  ['drops a column', /\bdrop\s+column\b/i],
  ['drops a function', /\bdrop\s+function\b/i],
  ['drops a type', /\bdrop\s+type\b/i],
  ['renames', /\brename\s+(to|column)\b/i],
  ['changes a type', /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i],
  ['forbids what may be empty', /\bset\s+not\s+null\b/i],
  ['demands what is not written', /\badd\s+column\s+(?!.*\bdefault\b)[^,;]*\bnot\s+null\b/i],
];

/** What a migration takes away without saying why that is safe: its first line would be `-- contract: ...`. */
function faultsOf(sql: string): string[] {
  if (/^-- contract: .{20,}/.test(sql)) return [];
  const statements = sql.replace(/--.*$/gm, '').replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");
  return contractions.filter(([, form]) => form.test(statements)).map(([deed]) => deed);
}

describe('migrations after the first version', () => {
  const later = readdirSync(folder).filter((name) => name.slice(0, 13) > first);

  it('expand, and contract only where the first line says why nobody uses it any more', () => {
    const faults = later.flatMap((name) =>
      faultsOf(readFileSync(join(folder, name), 'utf8')).map((fault) => `${name} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['alter table booking drop column title', 'drops a column'],
    ['drop table booking', 'drops a table'],
    ['drop function open_booking(uuid)', 'drops a function'],
    ['alter table booking rename column title to name', 'renames'],
    ['alter table booking rename to reservation', 'renames'],
    ['alter table booking alter column title type varchar(20)', 'changes a type'],
    ['alter table booking alter column title set not null', 'forbids what may be empty'],
    ['alter table booking add column weight integer not null', 'demands what is not written'],
  ])('are found out: %s %s', (sql, fault) => {
    expect(faultsOf(sql)).toEqual([fault]);
    expect(faultsOf(`-- contract: the version of May wrote it last\n${sql}`)).toEqual([]);
  });

  it.each([
    'alter table booking add column weight integer not null default 0',
    'alter table booking add column note text',
    'create table thing (id uuid primary key, name text not null)',
    'create index on booking (starts_at)',
    '-- drop table booking\nselect 1',
    'create or replace function f() returns void language plpgsql as $$ begin drop table if exists scratch; end $$',
    'alter table booking drop constraint booking_length',
  ])('may do: %s', (sql) => {
    expect(faultsOf(sql)).toEqual([]);
  });
});
