import type { FastifyInstance } from 'fastify';
import { Malformed } from '../../kernel/errors';
import { answerProblem } from './problem.filter';

/** How many lists and objects may stand in one another in a body; no request of ours has more than five. */
const deepest = 32;
/** How many members an object or a list may have; no request of ours has more than a thousand. */
const widest = 1_000;

/**
 * Refuses bodies of a shape that nobody needs: so deep that whoever walks through them falls off the stack, or so wide
 * that the answer, which names every member that is wrong, costs more than the question.
 */
export function refuseVastBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, reply, done) => {
    const flaw = vastness(request.body);
    if (flaw === undefined) return done();
    answerProblem(Malformed.at('', flaw), request, reply);
  });
}

/** What is too much of a value, level by level and without recursion, which is what it protects others from. */
function vastness(value: unknown): string | undefined {
  let level = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepest) return `must not be nested more than ${deepest} deep`;
    const inner: unknown[] = [];
    for (const each of level) {
      const members: unknown[] = Object.values(each);
      if (members.length > widest) return `must not have more than ${widest} members in one place`;
      inner.push(...members);
    }
    level = inner.filter(isNested);
  }
  return undefined;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
