import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deal, type Project, specsOf, suites } from '../suites/suite';

const projects = Object.keys(suites) as Project[];

it.each(projects)('every spec of %s is in one suite', (project) => {
  const dealt = Array.from({ length: suites[project] }, (_, index) => deal(project, index + 1)).flat();
  expect(dealt.sort()).toEqual(specsOf(project).sort());
  expect(dealt.length).toBeGreaterThan(10);
});

it.each(projects)('no spec of %s puts something in the place of a module, which others share', (project) => {
  const text = (name: string) => readFileSync(join(__dirname, '..', project, name), 'utf8');
  expect(specsOf(project).filter((name) => text(name).includes('jest.mock('))).toEqual([]);
});

it('every suite has its file', () => {
  const files = readdirSync(join(__dirname, '..', 'suites')).filter((name) => name.endsWith('.suite.ts'));
  const wanted = projects.flatMap((project) =>
    Array.from({ length: suites[project] }, (_, index) => `${project}-${index + 1}.suite.ts`),
  );
  expect(files.sort()).toEqual(wanted.sort());
});
