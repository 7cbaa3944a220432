import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Oasis, startOasis } from '../support/oasis';

const kept = join(__dirname, '..', '..', 'web', 'openapi.json');

/** With KEEP_API=1 the kept document is written instead; then run `npm run -w web api -- --kept`. */
const isKeeping = process.env['KEEP_API'] === '1';

describe('the contract of the web application', () => {
  let oasis: Oasis;

  beforeAll(async () => {
    oasis = await startOasis();
  });

  afterAll(() => oasis.stop());

  it('is what the server says of itself', async () => {
    const { body } = await oasis.http.get('/api/openapi.json').expect(200);
    const document = `${JSON.stringify(body, null, 2)}\n`;
    if (isKeeping) writeFileSync(kept, document);
    expect(document === readFileSync(kept, 'utf8') ? 'in step' : 'run: npm run -w web api').toBe('in step');
  });
});
