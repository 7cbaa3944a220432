// Adds up the results that Jest wrote and prints the last line of `.ci/run`: `N passed, N failed`.
import { readFileSync } from 'node:fs';

const [brokenSteps, ...files] = process.argv.slice(2);
const results = files.flatMap((file) => {
  try {
    return [JSON.parse(readFileSync(file, 'utf8'))];
  } catch {
    return [];
  }
});
const sum = (member) => results.reduce((total, result) => total + result[member], 0);

const passed = sum('numPassedTests');
const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites');
const all = failed === 0 ? Number(brokenSteps) : failed;
console.log(`${passed} passed, ${all} failed`);
process.exitCode = all === 0 && passed > 0 ? 0 : 1;
