import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from './problem.filter';

/** An answer that can be looked at, and the log beside it. */
function answerTo(thrown: unknown): { status: number; body: string; written: unknown[] } {
  const seen = { status: 0, body: '', written: [] as unknown[] };
  const request = {
    url: '/api/v1/bookings?token=of-somebody',
    id: 'request-1',
    log: { error: (...line: unknown[]) => seen.written.push(line) },
  };
  const reply = {
    sent: false,
    status: (status: number) => ((seen.status = status), reply),
    header: () => reply,
    send: (body: string) => (seen.body = body),
  };
  answerProblem(thrown, request as unknown as FastifyRequest, reply as unknown as FastifyReply);
  return seen;
}

describe('what nobody expected', () => {
  const mistake = Object.assign(new Error('relation "person" does not exist at /srv/oasis/dist/people.js'), {
    code: '42P01',
  });

  it('tells the caller nothing from inside, and the log everything', () => {
    const { status, body, written } = answerTo(mistake);
    expect(status).toBe(500);
    expect(JSON.parse(body)).toEqual({
      type: 'urn:oasis:problem:internal',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong on our side. It was written down.',
      instance: '/api/v1/bookings',
      code: 'internal',
      requestId: 'request-1',
    });
    expect(written).toEqual([[{ err: mistake }, 'request failed']]);
  });

  it('is no mistake of ours when the database is away: the caller may come again', () => {
    const { status, body, written } = answerTo(Object.assign(new Error('the server is going'), { code: '57P01' }));
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ code: 'busy' });
    expect(written).toEqual([]);
  });

  it.each(['text', undefined, null, 7, { statusCode: 200 }, { statusCode: 700 }])('%p is one, too', (thrown) => {
    expect(answerTo(thrown).status).toBe(500);
  });
});
