/**
 * The import rules, derived from two lists. Run with `npm run check`; `test/unit/imports.spec.ts` proves that they bite.
 *
 * Floors of the house, lowest first: what stands on a floor imports from lower floors and from its own room, never up
 * and never sideways. A folder or file of `src` that is missing here is reported, so a new feature cannot slip past.
 */
const floors = [
  ['kernel/'],
  ['platform/'],
  ['people/'],
  ['access/'],
  ['sites/'],
  ['occupancy/'],
  ['memberships/'],
  ['bookings/'],
  ['coaching/'],
  ['lifecycle/'],
  ['reminders/'],
  ['calendars/'],
  ['reports/'],
  ['entities.ts'],
  ['worker/', 'demo/'],
  ['api.module.ts', 'worker.module.ts'],
  ['serve.ts', 'work.ts'],
  ['main.ts', 'worker.ts'],
];

/**
 * Kinds of file inside a feature, lowest first, told by their suffix. Rules and entities know nothing of the database
 * at work, services and queries nothing of HTTP: a service takes plain values and gives a view (the allow-list of what
 * is answered), so only a controller (or another dto) reads a dto, and only a module knows who answers routes and jobs.
 */
const kinds = [
  ['rules'],
  ['entity'],
  ['service', 'queries'],
  ['dto'],
  ['controller', 'ticks', 'processor'],
  ['module'],
];

const spec = '\\.spec\\.tsx?$';
/** What is started, or loaded late, and not imported: HTTP, jobs, demonstration data, and threads. */
const entryPoints = '^src/(main|serve|worker|work|demo/load|.+\\.thread)\\.ts$';

const escaped = (text) => text.replaceAll('.', '\\.');
const room = (name) => `^src/${escaped(name)}${name.endsWith('/') ? '' : '$'}`;
const files = (suffixes) => `\\.(${suffixes.join('|')})\\.ts$`;
/** Suffixes that stand alone, `api.module.ts` at the root of `src` is a floor and not a kind. */
const inside = '^src/[^/]+/';

const downstairs = floors.flatMap((rooms, level) =>
  rooms.map((name) => ({
    name: `imports-go-down-from-${name.replace(/[/.].*/, '')}${name.endsWith('.ts') ? '-file' : ''}`,
    comment: `src/${name} imports from lower floors and from itself only.`,
    severity: 'error',
    from: { path: room(name) },
    to: { path: '^src/', pathNot: [...floors.slice(0, level).flat(), name].map(room) },
  })),
);

const withinFeature = kinds.slice(0, -1).map((suffixes, level) => ({
  name: `${suffixes.join('-and-')}-import-lower-kinds`,
  comment: `Inside the features: ${kinds.map((kind) => kind.join(', ')).join(' <- ')}.`,
  severity: 'error',
  from: { path: `${inside}.*${files(suffixes)}` },
  to: { path: files(kinds.slice(level + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'every-room-has-a-floor',
      comment: 'A folder or file of src that the list of floors does not name: add it there, in its place.',
      severity: 'error',
      from: { path: '^src/', pathNot: floors.flat().map(room) },
      to: {},
    },
    {
      name: 'every-imported-room-has-a-floor',
      comment: 'A folder or file of src that the list of floors does not name: add it there, in its place.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: floors.flat().map(room) },
    },
    ...downstairs,
    ...withinFeature,
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or a third is hiding between them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel knows time and identifiers, and nothing of frameworks, databases or networks.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: spec },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: ['^src/kernel/', '(^|/)node_modules/(temporal-polyfill|temporal-spec|uuid)/'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule judges the facts it is given: no framework, no database, no input or output.',
      severity: 'error',
      from: { path: files(['rules']) },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: '/(temporal-polyfill|rrule-temporal|date-holidays)/',
      },
    },
    {
      name: 'entities-stay-in-their-feature',
      comment: 'Across features there is an id in TypeScript and a foreign key in SQL, never a relation.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.*\\.entity\\.ts$' },
      to: { path: files(['entity']), pathNot: '^src/$1/' },
    },
    {
      name: 'dto-for-controllers-only',
      comment: 'Services, ticks and processors take plain values; a dto belongs to the route that reads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [files(['dto', 'controller']), spec] },
      to: { path: files(['dto']) },
    },
    {
      name: 'doors-for-modules-only',
      comment: 'Controllers, ticks and processors are doors from outside: only a module (or the timetable) names them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.module\\.ts$', '^src/worker/', files(['processor']), spec] },
      to: { path: files(['controller', 'ticks', 'processor']) },
    },
    {
      name: 'processors-may-ring-ticks-only',
      comment: 'A job may bring forward what the timetable does anyway; it is no way into a controller.',
      severity: 'error',
      from: { path: files(['processor']) },
      to: { path: files(['controller', 'processor']) },
    },
    {
      name: 'no-barrel',
      comment: 'Import the file that says it; an index file hides circles and who needs what.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*/index\\.ts$' },
    },
    {
      name: 'nothing-unused',
      comment: 'A file that no entry point leads to is dead.',
      severity: 'error',
      from: { path: entryPoints },
      to: { path: '^src/', pathNot: [entryPoints, spec, '\\.d\\.ts$'], reachable: false },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody imports it and it imports nobody: it is dead, or its name is wrong.',
      severity: 'error',
      from: { orphan: true, pathNot: [spec, '\\.d\\.ts$', entryPoints, '^web/(?!src/)'] },
      to: {},
    },
    {
      name: 'no-tests-in-the-house',
      comment: 'What runs in production imports neither tests nor their support.',
      severity: 'error',
      from: { path: '^(src|web/src)/', pathNot: [spec, '\\.test\\.tsx?$', '^web/src/test/'] },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'no-development-package',
      comment: 'What runs in production stands in "dependencies".',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that another one brought along may leave with it: declare it.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'web-shared-knows-no-feature',
      comment: 'In the web: shared -> features -> app.',
      severity: 'error',
      from: { path: '^web/src/shared/' },
      to: { path: '^web/src/', pathNot: '^web/src/shared/' },
    },
    {
      name: 'web-features-know-no-app',
      comment: 'In the web: shared -> features -> app.',
      severity: 'error',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/', pathNot: '^web/src/(shared|features)/' },
    },
    {
      name: 'web-and-server-talk-http',
      comment: 'The web knows the server through its OpenAPI document only, and the server nothing of the web.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    // Imports of types count as well: a direction that only types break is still broken.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.oasis)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'types', 'default'],
      mainFields: ['main', 'types', 'typings'],
    },
  },
};
