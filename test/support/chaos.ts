import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratch } from './scratch';

const root = join(__dirname, '..', '..');

/** A figure of `npm run chaos` or `npm run abuse`. */
export interface Figure {
  scenario: string;
  name: string;
  found: number | string;
  target: string;
  met: boolean;
  /** A time: worth knowing, and nothing that a busy machine should fail for. */
  isTime: boolean;
}

/** Runs `npm run chaos` with these words and answers its figures; what it printed goes to the output of the specs. */
export const chaos = (...words: string[]): Promise<Figure[]> => figuresOf('chaos', words);

/** Runs `npm run abuse` with these words and answers its figures. */
export const abuse = (...words: string[]): Promise<Figure[]> => figuresOf('abuse', words);

async function figuresOf(command: string, words: readonly string[]): Promise<Figure[]> {
  // The house that is broken is what was built; building does nothing when that is up to date.
  execFileSync(process.execPath, [join(root, 'bin', 'start.mjs'), 'build'], { stdio: 'ignore' });
  const folder = mkdtempSync(join(tmpdir(), 'oasis-figures-'));
  const file = join(folder, 'figures.json');
  try {
    const child = spawn(process.execPath, [join(root, command, `${command}.mjs`), ...words, '--json', file], {
      env: { ...process.env, TMPDIR: scratch() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    process.stdout.write(said);
    if (!existsSync(file)) throw new Error(`${command} ended with ${String(code)} before it had counted\n${said}`);
    return (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[] }).figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
