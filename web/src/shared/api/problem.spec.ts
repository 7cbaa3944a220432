import { Problem } from './problem';

it('reads the members of a problem that the screens decide by', () => {
  const problem = Problem.from(new Response('', { status: 409, headers: { 'retry-after': '7' } }), {
    code: 'no_double_booking',
    detail: 'Taken.',
    alternatives: [{ resourceId: 'r', name: 'Desk 2', start: 's', end: 'e', more: 1 }],
  });
  expect(problem).toMatchObject({ status: 409, code: 'no_double_booking', message: 'Taken.', retryAfter: 7 });
  expect(problem.alternatives).toEqual([{ resourceId: 'r', name: 'Desk 2', start: 's', end: 'e' }]);
});

it.each(['<html>', null, undefined, [], { refusals: 'no', alternatives: [null, 3] }])(
  'survives the body %p',
  (body) => {
    const problem = Problem.from(new Response('', { status: 502 }), body);
    expect(problem).toMatchObject({ status: 502, code: 'internal', refusals: [], alternatives: [], errors: [] });
  },
);
