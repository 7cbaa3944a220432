import type { Response } from 'supertest';

/** What any answer has that a problem is read from. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const required = ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'] as const;

/** Words that only the inside knows: SQL, the driver, stacks, files. */
const leaks: [string, RegExp][] = [
  ['SQL', /\b(select\s.+\sfrom|insert\s+into|delete\s+from|update\s.+\sset)\b/i],
  [
    'the driver',
    /QueryFailedError|EntityNotFoundError|TypeORMError|duplicate key value|violates .+ constraint|pg_catalog|SQLSTATE/,
  ],
  ['a stack', /\n\s+at\s|\bat\s+(async\s+)?[\w.<>]+\s+\(/],
  ['a file', /node_modules|\.(ts|js|mjs|cjs):\d+|\/(work|home|root|usr|var|tmp)\/\w/],
  [
    'the runtime',
    /TypeError|ReferenceError|RangeError|is not a function|Cannot read propert|ECONNREFUSED|undefined is not/,
  ],
];

/**
 * Checks that an answer is a whole problem document (RFC 9457) and that nothing from inside leaks through it.
 * @throws Error that says what is wrong.
 */
export function checkProblem(answer: Answer): Record<string, unknown> {
  const wrong = (what: string): never => {
    throw new Error(`not a valid problem (${answer.status}): ${what}\n${answer.text.slice(0, 2000)}`);
  };
  const type = String(answer.headers['content-type'] ?? '');
  if (!type.startsWith('application/problem+json')) wrong(`content-type is "${type}"`);
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(answer.text) as Record<string, unknown>;
  } catch {
    return wrong('the body is not JSON');
  }
  for (const member of required) {
    const value = body[member];
    if (member === 'status') {
      if (value !== answer.status) wrong(`status says ${String(value)}`);
    } else if (typeof value !== 'string' || value === '') wrong(`${member} is missing or empty`);
  }
  if (!/^[a-z][a-z0-9_]*$/.test(String(body['code']))) wrong('code is not a lower-case name');
  if (!String(body['type']).endsWith(String(body['code']))) wrong('type does not end with the code');
  if (String(body['instance']).includes('?')) wrong('instance holds a query string');
  if (!String(body['instance']).startsWith('/')) wrong('instance is not a path');
  const { instance: _, ...said } = body;
  for (const [what, pattern] of leaks) {
    if (pattern.test(JSON.stringify(said).replaceAll('\\n', '\n'))) wrong(`${what} leaks`);
  }
  const refusals = body['refusals'];
  if (refusals !== undefined) checkRefusals(refusals, wrong);
  const errors = body['errors'];
  if (errors !== undefined) checkFlaws(errors, wrong);
  return body;
}

/** Expects a problem of this status and code; gives its body back for closer looks. */
export function expectProblem(response: Response | Answer, status: number, code: string): Record<string, unknown> {
  const answer = { status: response.status, headers: response.headers as Answer['headers'], text: response.text };
  if (answer.status !== status) {
    throw new Error(`expected ${status} ${code}, got ${answer.status}:\n${answer.text.slice(0, 2000)}`);
  }
  const body = checkProblem(answer);
  if (body['code'] !== code) throw new Error(`expected code ${code}, got ${String(body['code'])}:\n${answer.text}`);
  return body;
}

function checkRefusals(refusals: unknown, wrong: (what: string) => never): void {
  if (!Array.isArray(refusals) || refusals.length === 0) return wrong('refusals is not a list of at least one');
  for (const refusal of refusals as Record<string, unknown>[]) {
    if (typeof refusal['code'] !== 'string' || typeof refusal['detail'] !== 'string')
      wrong('a refusal lacks its words');
    if (typeof refusal['facts'] !== 'object' || refusal['facts'] === null) wrong('a refusal lacks its facts');
  }
}

function checkFlaws(errors: unknown, wrong: (what: string) => never): void {
  if (!Array.isArray(errors) || errors.length === 0) return wrong('errors is not a list of at least one');
  for (const flaw of errors as Record<string, unknown>[]) {
    if (typeof flaw['detail'] !== 'string') wrong('a flaw lacks its words');
    if (typeof flaw['pointer'] !== 'string' || !/^(\/.*)?$/.test(flaw['pointer'])) wrong('a flaw lacks its pointer');
  }
}
