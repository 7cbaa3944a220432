import type { FastifyInstance } from 'fastify';
import { Malformed } from '../../kernel/errors';
import { answerProblem } from './problem.filter';

/** How many lists and objects may stand in one another in a body; no request of ours has more than five. */
export const deepest = 32;

/** Refuses bodies that are nested so deeply that whoever walks through them falls off the stack. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, reply, done) => {
    if (!isDeeperThan(deepest, request.body)) return done();
    answerProblem(Malformed.at('', `must not be nested more than ${deepest} deep`), request, reply);
  });
}

/** Level by level and without recursion, which is what it protects others from. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((each): unknown[] => Object.values(each)).filter(isNested);
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
