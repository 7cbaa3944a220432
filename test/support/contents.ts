import { onDatabase } from './postgres';

/**
 * Everything that a database of ours holds, in a form that can be compared: of each table how many rows and a checksum
 * over all of them, and every constraint, index, trigger and function as PostgreSQL writes it down (conditions without
 * their parentheses: those around the parts of a conjunction are written once more and once less). The queue is left
 * out: it carries what the tables say is due.
 */
export async function contentsOf(url: string): Promise<Record<string, string>> {
  const tables = await onDatabase<{ name: string }>(
    url,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const rows = tables.map(
    ({ name }) =>
      `select 'table ${name}' as name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '-') as value
       from "${name}" t`,
  );
  const found = await onDatabase<{ name: string; value: string }>(
    url,
    `${rows.join('\nunion all\n')}
     union all
     select 'constraint ' || conrelid::regclass || '.' || conname, translate(pg_get_constraintdef(oid), '()', '') || case when convalidated then '' else ' not valid' end
     from pg_constraint where connamespace = 'public'::regnamespace
     union all
     select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'
     union all
     select 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     union all
     select 'function ' || p.oid::regprocedure, md5(pg_get_functiondef(p.oid)) from pg_proc p
     where pronamespace = 'public'::regnamespace
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

/** Wallets whose sums are not those of their lines; none must be. */
export function unevenWallets(url: string): Promise<unknown[]> {
  return onDatabase(
    url,
    `select a.id from allowance_account a
     where not a.unlimited and a.held + a.used > a.granted
        or a.held + a.used <> (select coalesce(-sum(amount), 0) from allowance_entry e
                               where e.account_id = a.id and e.type not in ('grant', 'lapse'))`,
  );
}
