import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above this one that has a package.json. */
function projectOf(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above this program.');
  return projectOf(above);
}

/** The folder of the project, from its sources and from what was built of them. */
export const root = projectOf(__dirname);
