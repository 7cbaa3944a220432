import { EntityManager } from 'typeorm';
import { rememberDevice } from './known-devices';
import { Factor, RunningSession, Sessions } from './sessions.service';

/** What a browser brought along. */
export interface Browser {
  refreshToken?: string;
  deviceToken?: string;
}

/** Somebody came in: their session, and the token by which the browser is known from now on. */
export interface Entered {
  session: RunningSession;
  deviceToken: string;
}

/** Lets somebody in who has shown who they are: the session that the browser held before is ended, and it is known. */
export async function letIn(
  tx: EntityManager,
  sessions: Sessions,
  { personId, browser, factors, at }: { personId: string; browser: Browser; factors: readonly Factor[]; at: Date },
): Promise<Entered> {
  if (browser.refreshToken !== undefined) await sessions.endOfToken(tx, browser.refreshToken, 'replaced', at);
  const session = await sessions.open(tx, personId, factors, at);
  return { session, deviceToken: await rememberDevice(tx, personId, browser.deviceToken, at) };
}
