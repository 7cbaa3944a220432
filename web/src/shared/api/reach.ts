import { Unreachable } from './problem';

/** Longest wait for an answer, in milliseconds. The server gives up after ten seconds itself. */
const patience = 20_000;

/** `fetch` with an end to waiting; whatever goes wrong on the way is {@link Unreachable}. */
export async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patience)]) });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable('no answer', { cause: error });
  }
}
