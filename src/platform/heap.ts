import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Loading a few thousand modules fills V8's space for young objects again and again, so it grows to its full size and
 * stays there: 30 MiB for a process that may have nothing to do all night. Imported before everything else, this keeps
 * the space small while modules are loaded.
 */
setFlagsFromString('--semi-space-growth-factor=1');

/**
 * Lets go of what loading has left behind, which V8 would keep until much more had come, and lets the space for young
 * objects grow with the work from now on, as it does by itself. To be called once, when all is loaded and nobody waits
 * for an answer yet: it takes a tenth of a second.
 */
export function settleHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
  setFlagsFromString('--semi-space-growth-factor=2');
}
