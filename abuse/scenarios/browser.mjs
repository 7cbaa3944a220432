// S9: what people write, in the browser of others. The spec of it is the attack; here it is run and its figures are read.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Figures } from '../../chaos/figures.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export async function browser() {
  const figures = new Figures('browser', 'S9 scripts in every text, in Chromium under the real policy');
  const folder = mkdtempSync(join(tmpdir(), 'oasis-abuse-'));
  const file = join(folder, 'specs.json');
  try {
    const words = [
      '--selectProjects',
      'browser',
      '--runInBand',
      'test/browser/xss.spec.ts',
      '--json',
      '--outputFile',
      file,
    ];
    const child = spawn(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...words], {
      cwd: root,
      env: { ...process.env, ABUSE_FIGURES: join(folder, 'figures.json') },
      stdio: 'ignore',
    });
    await new Promise((resolve) => child.once('close', resolve));
    const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status !== 'passed');
    const { texts, screens, executions, unsafe } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
    figures.note('texts with a script in them', texts);
    figures.atLeast('screens that showed one as text', screens, 13);
    figures.none('scripts that ran, or became markup', executions);
    figures.none('policies that allow scripts in a page', unsafe);
    figures.atLeast('cases of the spec that passed', numPassedTests, 5);
    figures.none(
      'cases that did not',
      failed.map(({ fullName }) => fullName),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}
