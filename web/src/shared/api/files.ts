import { Problem } from './problem';
import { session } from './session';

/**
 * Fetches a file in the person's name and lets the browser keep it.
 * @param path of the API, such as `/api/v1/coaching/record`
 * @param type which form is wanted where there are several, such as `text/csv`
 * @throws Problem, Unreachable, SessionEnded
 */
export async function keepFile(path: string, name: string, type?: string): Promise<void> {
  const headers = type === undefined ? undefined : { accept: type };
  const response = await session.send(new Request(new URL(path, window.location.origin), { headers }));
  if (!response.ok) throw Problem.from(response, await response.json().catch(() => undefined));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to keep it; a moment later nobody needs the address any more.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
