/**
 * Builds the web application beside the last one and then takes its place in one step, so that a server that is running
 * never finds half of it. Two builds at once do not meet: each has a folder of its own.
 */
import { mkdtempSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Whoever calls may be a test run; what is built is always what people get.
process.env.NODE_ENV = 'production';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const workshop = join(web, '.build');
mkdirSync(workshop, { recursive: true });
const own = mkdtempSync(join(workshop, 'dist-'));
const [made, present, last] = [join(own, 'dist'), join(web, 'dist'), join(own, 'last')];

try {
  await build({ root: web, logLevel: process.env.CI ? 'warn' : 'info', build: { outDir: made, emptyOutDir: true } });
  for (let tries = 3; ; tries -= 1) {
    try {
      renameSync(present, last);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(made, present);
      break;
    } catch (error) {
      // Another build was faster by the blink between the two steps: take its place in turn.
      if (tries === 0 || !['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
      rmSync(last, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(own, { recursive: true, force: true });
}
