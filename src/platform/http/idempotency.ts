import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { Malformed, Refused } from '../../kernel/errors';

/** The key a client chose for one deed, and the hash of what it asked for under that key. */
export interface IdempotencyKey {
  key: string;
  hash: Buffer;
}

const form = /^[\x21-\x7e]{1,255}$/;

/** The key of a request: from its header, bound to method, address and body. Undefined when the client sent none. */
export function readKey(request: FastifyRequest): IdempotencyKey | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !form.test(key)) {
    throw Malformed.at('/headers/idempotency-key', 'must be 1 to 255 printable characters without spaces');
  }
  const said = [request.method, request.url.split('?', 1)[0], JSON.stringify(sorted(request.body ?? null))];
  return { key, hash: createHash('sha256').update(said.join('\n')).digest() };
}

/** Parameter decorator for commands that create: the caller's {@link IdempotencyKey}, or undefined. */
export const Idempotency = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readKey(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The law's answer to a key that was used for something else. */
export function reusedKey(): Refused {
  return new Refused([
    {
      code: 'idempotency_key',
      detail: 'This Idempotency-Key was used for another request. Choose a new one.',
      facts: {},
    },
  ]);
}

/**
 * Does the work of a creating command once per key. The key's row is written first, so a second request waits for the
 * first; the answer is stored in the same transaction, so deed and answer exist together or not at all. A repeat with
 * the same request is given the stored answer.
 * @throws Refused (`idempotency_key`) when the key was used for another request.
 */
export async function once<T>(
  tx: EntityManager,
  personId: string,
  idempotency: IdempotencyKey | undefined,
  at: Date,
  work: () => Promise<T>,
): Promise<T> {
  if (!idempotency) return work();
  const { key, hash } = idempotency;
  const taken: unknown[] = await tx.query(
    `insert into idempotency_key (person_id, key, request_hash, created_at) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [personId, key, hash, at],
  );
  if (taken.length === 0) {
    const rows: { requestHash: Buffer; response: T }[] = await tx.query(
      `select request_hash as "requestHash", response from idempotency_key where person_id = $1 and key = $2`,
      [personId, key],
    );
    const known = rows[0];
    if (!known?.requestHash.equals(hash)) throw reusedKey();
    return known.response;
  }
  const result = await work();
  await tx.query(`update idempotency_key set status = 201, response = $3 where person_id = $1 and key = $2`, [
    personId,
    key,
    JSON.stringify(result),
  ]);
  return result;
}

/** The same value with the members of every object in order, so that two spellings of one body hash alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
