import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(__dirname, '..', '..');

/** One house after the other, in one process: starting the checker takes longer than checking. */
const inspection = `
  import { createRequire } from 'node:module';
  import { cruise } from 'dependency-cruiser';
  const { forbidden, options } = createRequire(import.meta.url)('./.dependency-cruiser.cjs');
  const found = [];
  for (const { folder, roots } of JSON.parse(process.argv[1])) {
    process.chdir(folder);
    const { output } = await cruise(roots, { ...options, validate: true, ruleSet: { forbidden } });
    found.push(output.summary);
  }
  console.log(JSON.stringify(found));
`;

interface Summary {
  violations: { from: string; to: string; rule: { name: string } }[];
  totalCruised: number;
}

interface House {
  folder: string;
  roots: string[];
}

/** What the checker reports for each house, as `rule: from -> to`. */
function inspect(houses: House[]): string[][] {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', inspection, JSON.stringify(houses)], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(output) as Summary[]).map(({ violations, totalCruised }) => {
    expect(totalCruised).toBeGreaterThan(2);
    return violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
  });
}

/** For each file of a small house, the files that it imports. */
type Plan = Record<string, string[]>;

function build(folder: string, plan: Plan): void {
  for (const [file, imports] of Object.entries(plan)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    const lines = imports.map((from, i) =>
      from.startsWith('type ')
        ? `import type { it as it${i} } from '${from.slice(5)}';\nexport type Use${i} = typeof it${i};`
        : `import { it as it${i} } from '${from}';\nexport const use${i} = it${i};`,
    );
    writeFileSync(path, [...lines, 'export const it = 1;', ''].join('\n'));
  }
}

describe('the checker of imports', () => {
  /** A house in order: both doors, two features, one of which knows the other. */
  const sound = {
    'src/serve.ts': ['./api.module'],
    'src/work.ts': ['./worker.module'],
    'src/api.module.ts': ['./bookings/bookings.module'],
    'src/worker.module.ts': ['./worker/timetable'],
    'src/worker/timetable.ts': ['../bookings/booking.ticks'],
    'src/bookings/bookings.module.ts': ['./booking.controller', './booking.ticks'],
    'src/bookings/booking.controller.ts': ['./booking.service', './booking.dto'],
    'src/bookings/booking.ticks.ts': ['./booking.service'],
    'src/bookings/booking.dto.ts': ['./booking.queries'],
    'src/bookings/booking.queries.ts': ['../platform/database'],
    'src/bookings/booking.service.ts': ['./booking.entity', '../sites/sites.service'],
    'src/bookings/booking.entity.ts': ['./booking.rules'],
    'src/bookings/booking.rules.ts': ['../kernel/period'],
    'src/sites/sites.service.ts': ['../platform/database'],
    'src/platform/database.ts': ['../kernel/period'],
    'src/kernel/period.ts': [],
    'web/src/app/main.tsx': ['../shared/theme'],
    'web/src/shared/theme.ts': [],
  };

  /** Houses with one fault each, and what is to be reported of it. */
  const faults: [string, Plan, string][] = [
    [
      'an import that goes up',
      { 'src/sites/sites.service.ts': ['../platform/database', '../bookings/booking.rules'] },
      'imports-go-down-from-sites: src/sites/sites.service.ts -> src/bookings/booking.rules.ts',
    ],
    [
      'a kernel that knows the platform',
      { 'src/kernel/period.ts': ['../platform/zone'], 'src/platform/zone.ts': [] },
      'kernel-is-pure: src/kernel/period.ts -> src/platform/zone.ts',
    ],
    [
      'a circle',
      {
        'src/sites/sites.service.ts': ['../platform/database', './site.queries'],
        'src/sites/site.queries.ts': ['./sites.service'],
      },
      'no-circle: src/sites/site.queries.ts -> src/sites/sites.service.ts',
    ],
    [
      'a service that imports a controller',
      { 'src/bookings/booking.service.ts': ['./booking.entity', '../sites/sites.service', './booking.controller'] },
      'service-and-queries-import-lower-kinds: src/bookings/booking.service.ts -> src/bookings/booking.controller.ts',
    ],
    [
      'a service that reads a dto',
      { 'src/bookings/booking.service.ts': ['./booking.entity', '../sites/sites.service', './booking.dto'] },
      'dto-for-controllers-only: src/bookings/booking.service.ts -> src/bookings/booking.dto.ts',
    ],
    [
      'a query that calls a tick',
      { 'src/bookings/booking.store.ts': ['./booking.ticks'], 'src/bookings/booking.queries.ts': ['./booking.store'] },
      'doors-for-modules-only: src/bookings/booking.store.ts -> src/bookings/booking.ticks.ts',
    ],
    [
      'a rule that knows an entity',
      { 'src/bookings/booking.rules.ts': ['../kernel/period', './booking.entity'] },
      'rules-import-lower-kinds: src/bookings/booking.rules.ts -> src/bookings/booking.entity.ts',
    ],
    [
      'a rule that reads a file',
      { 'src/bookings/booking.rules.ts': ['../kernel/period', 'node:fs'] },
      'rules-are-pure: src/bookings/booking.rules.ts -> fs',
    ],
    [
      'a relation between entities of two features',
      {
        'src/bookings/booking.entity.ts': ['./booking.rules', '../sites/site.entity'],
        'src/sites/site.entity.ts': [],
      },
      'entities-stay-in-their-feature: src/bookings/booking.entity.ts -> src/sites/site.entity.ts',
    ],
    [
      'a feature that the list of floors does not name',
      { 'src/api.module.ts': ['./bookings/bookings.module', './catering/menu'], 'src/catering/menu.ts': [] },
      'every-imported-room-has-a-floor: src/api.module.ts -> src/catering/menu.ts',
    ],
    [
      'a file that nothing leads to',
      { 'src/sites/forgotten.service.ts': ['../platform/database'] },
      'nothing-unused: src/sites/forgotten.service.ts -> src/sites/forgotten.service.ts',
    ],
    [
      'tests in the house',
      { 'src/sites/sites.service.ts': ['../platform/database', '../../test/oasis'], 'test/oasis.ts': [] },
      'no-tests-in-the-house: src/sites/sites.service.ts -> test/oasis.ts',
    ],
    [
      'a shared part of the web that knows a feature',
      { 'web/src/shared/button.tsx': ['../features/day'], 'web/src/features/day.tsx': [] },
      'web-shared-knows-no-feature: web/src/shared/button.tsx -> web/src/features/day.tsx',
    ],
    [
      'an import of types only that goes up',
      { 'src/sites/sites.service.ts': ['../platform/database', 'type ../bookings/booking.rules'] },
      'imports-go-down-from-sites: src/sites/sites.service.ts -> src/bookings/booking.rules.ts',
    ],
  ];

  let street: string;
  let reports: Map<string, string[]>;

  beforeAll(() => {
    street = mkdtempSync(join(tmpdir(), 'oasis-imports-'));
    const plans: [string, Plan][] = [['in order', {}], ...faults.map(([name, plan]): [string, Plan] => [name, plan])];
    const houses = plans.map(([, plan], number) => {
      const folder = join(street, String(number));
      build(folder, { ...sound, ...plan });
      return { folder, roots: ['src', 'web/src'] };
    });
    const found = inspect(houses);
    reports = new Map(plans.map(([name], number) => [name, found[number]!]));
  });

  afterAll(() => {
    rmSync(street, { recursive: true, force: true });
  });

  it('finds nothing in a house that is in order', () => {
    expect(reports.get('in order')).toEqual([]);
  });

  it.each(faults)('reports %s', (name, _, report) => {
    expect(reports.get(name)).toContain(report);
  });
});

describe('the imports of this project', () => {
  it('go down only, in the listed order, without circles', () => {
    const roots = ['src', 'test', 'web/src'].filter((root) => existsSync(join(project, root)));

    expect(inspect([{ folder: project, roots }])).toEqual([[]]);
  });
});
