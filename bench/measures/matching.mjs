// The matching of a whole intake: 300 entrepreneurs, 60 coaches with five places each.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { median } from '../drive.mjs';
import { root } from '../stand.mjs';

/** Milliseconds of computing for both goals, and whom it serves. */
export function matching({ rounds, intake }, figures) {
  figures.title = `matching of ${intake.founders} entrepreneurs with ${intake.coaches} coaches, ${intake.places} places each`;
  const require = createRequire(import.meta.url);
  // The intakes of the specs are TypeScript; the matching itself is the one that was built.
  require(join(root, 'test', 'support', 'typescript-in-threads.cjs'));
  const { anIntake } = require(join(root, 'test', 'support', 'intakes.ts'));
  const { match } = require(join(root, 'dist', 'coaching', 'matching', 'intake.rules.js'));
  for (const goal of ['coverage', 'score']) {
    const took = [];
    let served;
    for (let round = 0; round <= rounds; round++) {
      const from = performance.now();
      ({ served } = match({ ...anIntake(intake, 7), goal }));
      if (round > 0) took.push(performance.now() - from);
    }
    figures.note(`for ${goal}: median ms`, median(took));
    figures.note(`for ${goal}: entrepreneurs with a coach`, served);
  }
}
