import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';

describe('the platform', () => {
  let oasis: Oasis;
  beforeAll(async () => {
    oasis = await startOasis();
  });
  afterAll(() => oasis?.stop());

  it('answers an unknown route with a problem', async () => {
    expectProblem(await oasis.http.get('/api/v1/nothing-here'), 404, 'missing');
  });
});
