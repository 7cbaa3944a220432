import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const tests = join(__dirname, '..');

/** The projects whose specs load the whole house. */
export type Project = 'medium' | 'e2e' | 'browser';

/** Into how many suites the specs of a project are dealt; each has a file of its own beside this one. */
export const suites: Readonly<Record<Project, number>> = { medium: 3, e2e: 3, browser: 3 };

/** All specs of a project, by the name of their files. */
export function specsOf(project: Project): string[] {
  return readdirSync(join(tests, project)).filter((name) => name.endsWith('.spec.ts'));
}

/**
 * Texts that run for longer than others of their size and project: about how many times as long, by what a run of all
 * specs took. Suites that end at the same time leave no worker idle.
 */
const longer: Readonly<Record<string, number>> = {
  'screens.spec.ts': 11,
  'booking.spec.ts': 1.8,
  'journeys.spec.ts': 1.7,
  'xss.spec.ts': 1.7,
  'chaos.spec.ts': 60,
  'abuse.spec.ts': 58,
  'bench.spec.ts': 12,
  'killed.spec.ts': 8,
  'platform-drain.spec.ts': 8,
  'start.spec.ts': 5,
  'memberships-walk.spec.ts': 2,
  'embedded-postgres.spec.ts': 7,
  'reminders-lease.spec.ts': 5,
  'series-races.spec.ts': 5,
  'coaching-sessions-races.spec.ts': 3.5,
  'memberships-races.spec.ts': 3,
  'reminders-kinds.spec.ts': 2.8,
  'reminders.spec.ts': 2.5,
  'live.spec.ts': 2,
};

/** The specs of one suite: each goes, the longest text first, to the suite that has the least text so far. */
export function deal(project: Project, part: number): string[] {
  const hands = Array.from({ length: suites[project] }, () => ({ bytes: 0, names: [] as string[] }));
  const bytes = (name: string): number => statSync(join(tests, project, name)).size * (longer[name] ?? 1);
  const sorted = specsOf(project).sort((a, b) => bytes(b) - bytes(a) || (a < b ? -1 : 1));
  for (const name of sorted) {
    const least = hands.reduce((best, hand) => (hand.bytes < best.bytes ? hand : best));
    least.names.push(name);
    least.bytes += bytes(name);
  }
  return hands[part - 1]?.names ?? [];
}

/** Specs of the embedded server itself, and figures that one server is enough for. */
const ofTheEmbeddedServer = /^(embedded-|plans\.)/;

/**
 * Runs many spec files as one: the house of two thousand modules is loaded once for all of them and not once for each,
 * which is most of what a short spec costs. Each file stays a block of its own, with its own hooks. What one puts in the
 * place of a module (`jest.mock`) would be there for all: no spec of these projects does so.
 */
export function suite(project: Project, part: number): void {
  const elsewhere = process.env['TEST_DATABASE_URL'] !== undefined;
  for (const name of deal(project, part).filter((each) => !elsewhere || !ofTheEmbeddedServer.test(each))) {
    describe(`${project}/${name}`, () => {
      // Blocks are declared at once; import() would come too late.
      // oxlint-disable-next-line typescript/no-require-imports
      require(join(tests, project, name));
    });
  }
}
