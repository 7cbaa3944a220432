// Every scenario of `npm run abuse`, by the name that the command knows.
import { crossing, enumeration, guessing, refresh, tokens } from './scenarios/access.mjs';
import { browser } from './scenarios/browser.mjs';
import { fuzz } from './scenarios/fuzz.mjs';
import { hoarding } from './scenarios/hoarding.mjs';
import { mass, sql } from './scenarios/input.mjs';
import { oversized, slow } from './scenarios/load.mjs';
import { matrix } from './scenarios/matrix.mjs';
import { outputs } from './scenarios/outputs.mjs';
import { ssrf } from './scenarios/ssrf.mjs';

/** `waits`: costs nothing but time. `sizes`: where it takes part when all are wanted. */
export const scenarios = {
  matrix: { run: matrix },
  tokens: { run: tokens },
  refresh: { run: refresh },
  guessing: { run: guessing },
  enumeration: { run: enumeration },
  crossing: { run: crossing },
  hoarding: { run: hoarding },
  outputs: { run: outputs },
  ssrf: { run: ssrf },
  mass: { run: mass },
  sql: { run: sql },
  oversized: { run: oversized },
  slow: { run: slow, waits: true },
  // In a suite of specs the spec itself is run anyway.
  browser: { run: browser, sizes: ['full'] },
  // Last, because it leaves nothing as it was.
  fuzz: { run: fuzz },
};
