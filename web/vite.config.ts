import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { componentStyles } from './scripts/component-styles.ts';
import { early } from './scripts/early.ts';

const server = process.env.OASIS_SERVER ?? 'http://localhost:3000';

/** The server sees the host that the browser sees: it gives cookies to pages of its own origin only. */
const passedOn = { target: server, changeOrigin: false };

const worthwhile = /\.(js|css|html|svg|json|webmanifest)$/;

/** Writes a `.br` and a `.gz` beside every text of the build, so that the server compresses nothing while serving. */
function compressed(): Plugin {
  let folder = 'dist';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ build, root }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: () => {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, file);
        if (!worthwhile.test(file) || statSync(path).size < 1024) continue;
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
        );
      }
    },
  };
}

/** What is longer than this (in bytes) is kept on a device when somebody needs it, and not before: charts. */
const heavy = 150_000;

/**
 * Adds the service worker to the build, under an address that never changes, and tells it which files to keep. Its
 * mark is made of their names, which carry the hashes of their contents: another build is another worker.
 */
function serviceWorker(): Plugin {
  const [source, address] = ['src/sw/sw.ts', 'sw.js'];
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: address });
    },
    generateBundle(_, bundle) {
      const worker = bundle[address];
      if (worker?.type !== 'chunk') throw new Error(`${source} is not in the build.`);
      if (worker.imports.length > 0) throw new Error('The worker stands alone: it may not share a file with a page.');
    },
    // From the folder and not from the bundle: other plugins drop and rename files until the last moment.
    writeBundle({ dir = 'dist' }) {
      const page = readFileSync(join(dir, 'index.html'), 'utf8');
      const files = readdirSync(join(dir, 'assets')).filter((name) => {
        const { size } = statSync(join(dir, 'assets', name));
        return name.endsWith('.css') || (name.endsWith('.js') && (size < heavy || page.includes(name)));
      });
      const shell = [
        '/index.html',
        '/early.js',
        '/mark.svg',
        '/icon-192.png',
        ...files.map((name) => `/assets/${name}`),
      ];
      const path = join(dir, address);
      const code = readFileSync(path, 'utf8');
      const mark = createHash('sha256').update(shell.toSorted().join()).update(code).digest('hex').slice(0, 12);
      writeFileSync(
        path,
        code.replaceAll('__BUILD__', JSON.stringify(mark)).replaceAll('__SHELL__', JSON.stringify(shell)),
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), componentStyles(), early(), serviceWorker(), compressed()],
  build: {
    target: 'es2022',
    // The server's Content-Security-Policy allows files of our own origin and nothing inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // In kB before compression; a test holds the compressed size of the first page.
    chunkSizeWarningLimit: 700,
    // A file costs a journey and its headers: what every page needs comes in one. Not in it: the service worker, which
    // stands alone, and the first module, which awaits texts that would then wait for the file that it is in.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'base', tags: ['$initial'], test: /^(?!.*\/src\/(sw\/|app\/main\.))/ }],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': passedOn, '/mailbox': passedOn, '/health': passedOn },
  },
});
