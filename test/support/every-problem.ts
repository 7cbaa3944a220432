import { ServerResponse } from 'node:http';
import { checkProblem } from './problem';

/**
 * Watches every answer that a server inside this process gives, whoever asked: whatever is not a success (nor a redirect
 * or "not modified") must be a valid problem document. A breach fails the spec that was running.
 */
const breaches: string[] = [];

const end = ServerResponse.prototype.end as (this: ServerResponse, ...given: unknown[]) => ServerResponse;
const write = ServerResponse.prototype.write as (this: ServerResponse, ...given: unknown[]) => boolean;
const writeHead = ServerResponse.prototype.writeHead as (this: ServerResponse, ...given: unknown[]) => ServerResponse;
const bodies = new WeakMap<ServerResponse, Buffer[]>();
const heads = new WeakMap<ServerResponse, Record<string, string>>();

function keep(response: ServerResponse, chunk: unknown): void {
  if (response.statusCode < 400 || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
  const body = bodies.get(response) ?? [];
  body.push(Buffer.from(chunk as string));
  bodies.set(response, body);
}

ServerResponse.prototype.write = function (this: ServerResponse, ...given: unknown[]) {
  keep(this, given[0]);
  return write.apply(this, given);
} as typeof ServerResponse.prototype.write;

// What is handed to writeHead cannot be read back from the response.
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
  const last = given.at(-1);
  if (typeof last === 'object' && last !== null) {
    const named = Object.entries(last as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]);
    heads.set(this, Object.fromEntries(named) as Record<string, string>);
  }
  return writeHead.apply(this, given);
} as typeof ServerResponse.prototype.writeHead;

ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
  keep(this, given[0]);
  const answer = end.apply(this, given);
  if (this.statusCode >= 400 && this.req.method !== 'HEAD') look(this);
  return answer;
} as typeof ServerResponse.prototype.end;

function look(response: ServerResponse): void {
  const text = Buffer.concat(bodies.get(response) ?? []).toString('utf8');
  try {
    const headers = { ...response.getHeaders(), ...heads.get(response) } as Record<string, string>;
    checkProblem({ status: response.statusCode, headers, text });
  } catch (error) {
    breaches.push(`${response.req.method} ${response.req.url}: ${(error as Error).message}`);
  }
}

afterEach(() => {
  const found = breaches.splice(0);
  if (found.length > 0) throw new Error(found.join('\n\n'));
});
