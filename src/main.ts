import './platform/heap';
import 'reflect-metadata';
import { startProcess } from './platform/start';

/** Door 1: HTTP. A start that cannot succeed says so before the house is loaded. */
void startProcess(async (opening) => {
  const { serve } = await import('./serve.js');
  await serve(opening);
});
