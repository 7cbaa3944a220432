import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Loading a few thousand modules fills V8's space for young objects again and again, so it grows to its full size and
 * stays there: 30 MiB for a process that may have nothing to do all night. Imported before everything else, this keeps
 * the space small while modules are loaded. (The build puts it before the chunks, see `bin/bundle.mjs`.)
 */
setFlagsFromString('--semi-space-growth-factor=1');

/**
 * Lets go of what loading has left behind, which V8 would keep until much more had come, and lets the space for young
 * objects grow with the work from now on, as it does by itself. What stays is moved together: it lies scattered among
 * what has gone, and V8 gives memory back by whole pages only. To be called once, when all is loaded and nobody waits
 * for an answer yet: it takes a fifth of a second.
 */
export function settleHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
  setFlagsFromString('--semi-space-growth-factor=2');
}
