import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(__dirname, '..', '..');
const checker = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const rules = join(project, '.dependency-cruiser.cjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** What the checker reports for a folder, as `rule: from -> to`. */
function violations(folder: string, ...roots: string[]): string[] {
  const output = execFileSync(process.execPath, [checker, '--config', rules, '--output-type', 'json', ...roots], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(2);
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
}

describe('the checker of imports', () => {
  let house: string;

  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'oasis-imports-'));
  });

  afterEach(() => {
    rmSync(house, { recursive: true, force: true });
  });

  /** Builds a small house: for each file, the files that it imports. */
  function build(files: Record<string, string[]>): void {
    for (const [file, imports] of Object.entries(files)) {
      const path = join(house, file);
      mkdirSync(dirname(path), { recursive: true });
      const lines = imports.map((from, i) => `import { it as it${i} } from '${from}';\nexport const use${i} = it${i};`);
      writeFileSync(path, [...lines, 'export const it = 1;', ''].join('\n'));
    }
  }

  /** A house in order: both doors, two features, one of which knows the other. */
  const sound = {
    'src/main.ts': ['./api.module'],
    'src/worker.ts': ['./worker.module'],
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
  };

  it('finds nothing in a house that is in order', () => {
    build(sound);

    expect(violations(house, 'src')).toEqual([]);
  });

  it.each([
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
  ])('reports %s', (_, changed, report) => {
    build({ ...sound, 'web/src/app/main.tsx': [], ...changed });

    expect(violations(house, 'src', 'web/src')).toContain(report);
  });

  it('counts an import of types only as an import', () => {
    build(sound);
    writeFileSync(
      join(house, 'src/sites/sites.service.ts'),
      `import type { it } from '../bookings/booking.rules';\nexport type It = typeof it;\n`,
    );

    expect(violations(house, 'src')).toContain(
      'imports-go-down-from-sites: src/sites/sites.service.ts -> src/bookings/booking.rules.ts',
    );
  });
});

describe('the imports of this project', () => {
  it('go down only, in the listed order, without circles', () => {
    const roots = ['src', 'test', 'web/src'].filter((root) => readdirSync(join(project, root)).length > 0);

    expect(violations(project, ...roots)).toEqual([]);
  });
});
