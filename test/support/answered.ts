/**
 * What is answered, or an error that says that nothing was: a test that hangs until its time is over fails as well, but
 * judges nothing.
 */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('nobody answered')), 10_000);
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
