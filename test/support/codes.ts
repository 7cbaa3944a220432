import { DomainError, Refused } from '../../src/kernel/errors';

/** The codes with which a command says no; none when it says yes. */
export async function codes(command: Promise<unknown>): Promise<string[]> {
  const error = await command.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return [];
  if (error instanceof Refused) return error.refusals.map((refusal) => refusal.code);
  if (error instanceof DomainError) return [error.code];
  throw error;
}
