// Ids of things that really exist, by the name of the member that asks for one.

const tables = {
  site: 'site',
  resource: 'resource',
  room: 'resource',
  plan: 'plan',
  planVersion: 'plan_version',
  person: 'person',
  coach: 'coach_profile',
  membership: 'membership',
  venture: 'venture',
  member: 'venture_member',
  booking: 'booking',
  session: 'coaching_session',
  follows: 'coaching_session',
  assignment: 'coaching_assignment',
  goal: 'coaching_goal',
  extra: 'extra',
  application: 'application',
  assignee: 'person',
  about: 'person',
  alternate: 'coach_profile',
};

/** Reads a few ids of each sort, those of the site of the cast first. */
export async function knownThings(target) {
  const found = {};
  for (const [name, table] of Object.entries(tables)) {
    const id = table === 'coach_profile' ? 'person_id' : 'id';
    const rows = await target.sql(`select ${id} as id from ${table} order by ${id} limit 6`);
    found[name] = rows.map((row) => row.id);
  }
  return (name) => found[name.replace(/Ids?$/, '')] ?? [];
}
