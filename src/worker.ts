import './platform/heap';
import 'reflect-metadata';
import { CannotStart, startProcess } from './platform/start';

/** Door 2: jobs only, as many of these as wanted. */
void startProcess(async (opening) => {
  if (opening.config.usesEmbeddedDatabase) {
    throw new CannotStart(
      'A worker of its own needs DATABASE_URL; with the embedded database "npm start" runs the jobs.',
    );
  }
  const { work } = await import('./work.js');
  await work(opening);
});
