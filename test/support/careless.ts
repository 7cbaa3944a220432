import { Database } from '../../src/platform/database/database';

/**
 * Runs something while a function of the database is another one.
 * @param signature its name with the types of its arguments
 * @param careless makes the other definition from the true one
 */
export async function whileCareless<T>(
  db: Database,
  signature: string,
  careless: (definition: string) => string,
  act: () => Promise<T>,
): Promise<T> {
  const [row] = await db.read<{ definition: string }>('select pg_get_functiondef($1::regprocedure) as definition', [
    signature,
  ]);
  const definition = row?.definition ?? '';
  if (careless(definition) === definition) throw new Error(`${signature} is as careful as before`);
  await db.read(careless(definition));
  try {
    return await act();
  } finally {
    await db.read(definition);
  }
}

/** Runs something while no command locks the people, ventures and places that it is about. */
export function withoutLocks<T>(db: Database, act: () => Promise<T>): Promise<T> {
  return whileCareless(
    db,
    'lock_subjects(uuid[], uuid[], uuid[])',
    () => locksNobody('people uuid[], ventures uuid[], resources uuid[]'),
    () => whileCareless(db, 'lock_subjects(uuid[], uuid[])', () => locksNobody('people uuid[], resources uuid[]'), act),
  );
}

const locksNobody = (subjects: string): string =>
  `create or replace function lock_subjects(${subjects}) returns void language plpgsql as $$ begin end $$`;
