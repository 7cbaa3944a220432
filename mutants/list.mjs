// The mutants: one entry each in list/*.yaml. Read here, and held against the sources as they are today.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'mutants', 'list');

/**
 * @typedef {object} Edit
 * @property {string} file the file that is changed, from the root of the project
 * @property {string} find a piece of it that stands there exactly once
 * @property {string} replace what stands there instead
 *
 * @typedef {object} Mutant
 * @property {string} area the file of the list that it stands in
 * @property {string} name the law or control
 * @property {string} off what of it is switched off
 * @property {Edit[]} edits
 * @property {string} spec the spec that should notice
 * @property {string} test the titles of it that are run, as a regular expression
 */

/** The mutants of some files, by default of all of the list. @returns {Mutant[]} */
export function mutantsOf(files = readdirSync(folder).map((name) => join(folder, name))) {
  return files
    .sort()
    .flatMap((file) => parse(readFileSync(file, 'utf8')).map((one) => read(one, basename(file, '.yaml'))));
}

function read({ name, off, file, find, replace, and = [], spec, test }, area) {
  return { area, name, off, edits: [{ file, find, replace }, ...and], spec, test };
}

/** Whatever keeps a mutant from being made, in a sentence each: a member is missing, or its source was rewritten. */
export function faultsOf(mutants) {
  const seen = new Set();
  return mutants.flatMap((mutant) => {
    const title = titleOf(mutant);
    const faults = [];
    if (seen.has(title)) faults.push('stands in the list twice');
    seen.add(title);
    for (const member of ['name', 'off', 'spec', 'test']) if (!mutant[member]) faults.push(`lacks "${member}"`);
    if (mutant.spec && !existsSync(join(root, mutant.spec))) faults.push(`there is no ${mutant.spec}`);
    for (const edit of mutant.edits) faults.push(...faultsOfEdit(edit));
    return faults.map((fault) => `${title}: ${fault}`);
  });
}

function faultsOfEdit({ file, find, replace }) {
  if (!file || !find || typeof replace !== 'string') return ['lacks "file", "find" or "replace"'];
  if (find === replace) return ['changes nothing'];
  if (!existsSync(join(root, file))) return [`there is no ${file}`];
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1;
  return times === 1 ? [] : [`is stale: its piece of ${file} stands there ${times} times`];
}

/** What a mutant is called in the output. */
export function titleOf({ name, off }) {
  return `${name}: ${off}`;
}
