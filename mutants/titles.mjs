// Whether the test that should notice a mutant is there: held against the results of a run of all tests.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, titleOf } from './list.mjs';

/** Mutants whose spec has no test of that title, in a sentence each. `file` is what `jest --json` wrote down. */
export function untested(mutants, file) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const titles = new Map();
  for (const { spec } of mutants) if (!titles.has(spec)) titles.set(spec, titlesOf(spec, testResults));
  return mutants
    .filter(({ spec, test }) => !titles.get(spec).some((title) => new RegExp(test).test(title)))
    .map((mutant) => `${titleOf(mutant)}: ${mutant.spec} has no test that is called "${mutant.test}"`);
}

/** The whole titles of the tests of a spec, which has run by itself or as a block of a suite. */
function titlesOf(spec, testResults) {
  const [, project] = spec.split('/');
  const block = `${project}/${basename(spec)} `;
  return testResults.flatMap(({ name, assertionResults }) => {
    const all = assertionResults.map(({ fullName }) => fullName);
    if (name === join(root, spec)) return all;
    return all.filter((title) => title.startsWith(block)).map((title) => title.slice(block.length));
  });
}
