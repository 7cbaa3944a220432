// Laws that can be switched off, to see that the oracle notices. Only in a house of chaos, after its start.

const laws = {
  no_double_booking: `alter table occupation drop constraint no_double_booking`,
  locks: `
    do $$ declare f record; begin
      for f in select p.oid::regprocedure as name, pg_get_functiondef(p.oid) as text from pg_proc p
               where p.pronamespace = 'public'::regnamespace and p.prosrc ~* 'for no key update' and p.prosrc !~* 'skip locked' loop
        execute regexp_replace(f.text, 'for no key update( of [a-z, ]+)?', '', 'gi');
      end loop; end $$`,
  // Senders do not know of each other any more.
  claims: `
    create function chaos_forget() returns trigger language plpgsql as $$
    begin new.claimed_until := null; new.attempts := old.attempts; return new; end $$;
    create trigger chaos_forget before update on message for each row execute function chaos_forget()`,
};

/** How to put laws back that nothing is broken without; a house without one of the others is spoilt. */
const again = { claims: 'drop function chaos_forget cascade' };

/** Switches laws off by their names. */
export async function switchOff(estate, names = []) {
  for (const name of names) {
    if (!laws[name]) throw new Error(`there is no law ${name} to switch off; there are ${Object.keys(laws).join(' ')}`);
    await estate.ask(laws[name]);
  }
}

export async function switchOn(estate, name) {
  await estate.ask(again[name]);
}
