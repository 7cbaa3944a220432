/** A place where each waits until as many have come; who comes later goes through. */
export function barrier(size: number): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((done) => (open = done));
  let come = 0;
  return () => {
    come++;
    if (come >= size) open();
    return opened;
  };
}
