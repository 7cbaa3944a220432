/** Something outside the process did not answer in time. What it was asked may still happen. */
export class TooSlow extends Error {
  constructor(what: string, milliseconds: number) {
    super(`${what} did not answer within ${milliseconds} ms`);
    this.name = 'TooSlow';
  }
}

/**
 * The answer of `work`, or {@link TooSlow} after so many milliseconds. The work itself is not stopped; its late answer
 * or late failure is nobody's concern any more.
 */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooSlow(what, milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
