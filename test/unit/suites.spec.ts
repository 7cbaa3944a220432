import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deal, type Project, runsAlone, specsOf, suites } from '../suites/suite';

const projects = Object.keys(suites) as Project[];

it.each(projects)('every spec of %s is in one suite, or runs alone', (project) => {
  const dealt = Array.from({ length: suites[project] }, (_, index) => deal(project, index + 1)).flat();
  const alone = specsOf(project).filter((name) => runsAlone(project, name));
  expect([...dealt, ...alone].sort()).toEqual(specsOf(project).sort());
  expect(dealt.length).toBeGreaterThan(10);
});

it('every suite has its file', () => {
  const files = readdirSync(join(__dirname, '..', 'suites')).filter((name) => name.endsWith('.suite.ts'));
  const wanted = projects.flatMap((project) =>
    Array.from({ length: suites[project] }, (_, index) => `${project}-${index + 1}.suite.ts`),
  );
  expect(files.sort()).toEqual(wanted.sort());
});
