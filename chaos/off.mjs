// Laws that can be switched off, to see that the oracle notices. Only in a house of chaos, after its start.

const laws = {
  no_double_booking: `alter table occupation drop constraint no_double_booking`,
  locks: `
    do $$ declare f record; begin
      for f in select p.oid::regprocedure as name, pg_get_functiondef(p.oid) as text from pg_proc p
               where p.pronamespace = 'public'::regnamespace and p.prosrc ~* 'for no key update' loop
        execute regexp_replace(f.text, 'for no key update( of [a-z, ]+)?', '', 'gi');
      end loop; end $$`,
  ledger_balance: `alter table allowance_account drop constraint ledger_balance`,
  message_once: `alter table message drop constraint message_once; create index message_once on message (subject_id)`,
  reread: `create function chaos_blind() returns trigger language plpgsql as $$ begin return null; end $$`,
};

/** Switches laws off by their names. */
export async function switchOff(estate, names = []) {
  for (const name of names) {
    if (!laws[name]) throw new Error(`there is no law ${name} to switch off; there are ${Object.keys(laws).join(' ')}`);
    await estate.ask(laws[name]);
  }
}
