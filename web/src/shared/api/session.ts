import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { Problem, SessionEnded } from './problem';
import { reach } from './reach';
import type { paths } from './schema';
import type { Person, SignedIn } from './views';

/** Where the visit stands. `expired` means: was signed in, has to show it again, and loses nothing meanwhile. */
export type Standing = 'starting' | 'signed-out' | 'signed-in' | 'expired';

/** What the rest of the application sees of the session. Replaced as a whole on each change. */
export interface Visit {
  standing: Standing;
  person: Person | null;
  /**
   * Set while nothing but the own account is open, because the house asks for a second factor that this person lacks: from
   * the start, or since a moment ago, when there may be something on the screen that must not be lost.
   */
  closed?: 'from-the-start' | 'meanwhile' | undefined;
}

/** The two calls that the session needs, so that its behaviour can be tried without a server. */
export interface Doorkeeper {
  /** A new access token for the cookie, or null when the cookie is no longer good. Rejects when nothing answers. */
  refresh(): Promise<SignedIn | null>;
  /** Ends the session that the cookie stands for. Rejects when it may go on. */
  signOut(): Promise<void>;
}

/** Renew this long before the access token ends, in milliseconds: clocks differ and requests take time. */
const margin = 30_000;

/** A server that refuses tokens it has just given, or renews none, would otherwise be asked for ever. */
const mostTries = 3;

/** Between two questions whether the cookie is good, in milliseconds: how long, when the house does not say, and the bounds. */
const pauses = { usual: 2_000, least: 1_000, most: 60_000 };

/**
 * The visit of one person in one tab. The access token lives here and nowhere else; the refresh token is a cookie that
 * scripts cannot read. Many requests may find the token ended at once: one renews it, the others wait.
 */
export class Session {
  private token = '';
  private tokenEnds = 0;
  private renewing: Promise<boolean> | undefined;
  private waiting: { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } | undefined;
  private listeners = new Set<() => void>();
  private visit: Visit = { standing: 'starting', person: null };

  constructor(
    private readonly door: Doorkeeper,
    private readonly now: () => number = Date.now,
    private readonly pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Visit => this.visit;

  /**
   * Takes up the visit that the cookie remembers, if any; keeps trying while nothing answers, and while the house has no
   * ear for this network, of which others may be asking: neither says anything against the cookie.
   */
  async start(): Promise<void> {
    while (this.visit.standing === 'starting') {
      try {
        const signedIn = await this.door.refresh();
        if (signedIn) this.accept(signedIn);
        else this.show({ standing: 'signed-out', person: null });
      } catch (error) {
        if (error instanceof Problem && error.status < 500 && !isTooMany(error)) {
          this.show({ standing: 'signed-out', person: null });
        } else {
          await this.pause(waitAfter(error));
        }
      }
    }
  }

  /** Somebody has just shown who they are. */
  accept({ accessToken, expiresIn, person, secondFactorMissing }: SignedIn): void {
    const before = this.visit.person;
    this.token = accessToken;
    this.tokenEnds = this.now() + expiresIn * 1000;
    const known = before?.id === person.id ? this.visit.closed : undefined;
    const begun = before?.id === person.id ? 'meanwhile' : 'from-the-start';
    // What was begun is finished: nobody is interrupted while the recovery codes are on the screen.
    this.show({ standing: 'signed-in', person, closed: known ?? (secondFactorMissing ? begun : undefined) });
    const waiting = this.waiting;
    this.waiting = undefined;
    if (before && before.id !== person.id) waiting?.reject(new SessionEnded('somebody else signed in'));
    else waiting?.resolve();
  }

  /** The person's own particulars have changed. */
  know(person: Person): void {
    if (this.visit.person?.id === person.id) this.show({ ...this.visit, person });
  }

  /** The house has just refused something for want of a second factor. */
  lacksSecondFactor(): void {
    if (this.visit.person) this.show({ ...this.visit, closed: this.visit.closed ?? 'meanwhile' });
  }

  /** There is a second factor now, and the house is open. */
  hasSecondFactor(): void {
    this.show({ ...this.visit, closed: undefined });
  }

  async signOut(): Promise<void> {
    await this.door.signOut();
    this.leave();
  }

  /** Gives up the visit: what waits for a new sign-in is told so. */
  leave(): void {
    this.token = '';
    this.waiting?.reject(new SessionEnded('left'));
    this.waiting = undefined;
    this.show({ standing: 'signed-out', person: null });
  }

  /**
   * Sends a request in the person's name. When the session has ended, the request waits until the person has signed in
   * again and is then sent after all, so that a form that was filled in meanwhile is not lost.
   */
  async send(request: Request, reaching: (request: Request) => Promise<Response> = reach): Promise<Response> {
    if (this.token === '' || this.now() > this.tokenEnds - margin) await this.renew(this.token);
    for (let tries = 1; ; tries += 1) {
      const token = this.token;
      const attempt = request.clone();
      attempt.headers.set('authorization', `Bearer ${token}`);
      // What the house says in words is to be in the language of the screen, whatever the browser or the profile prefers.
      if (i18next.language) attempt.headers.set('accept-language', i18next.language);
      const response = await reaching(attempt);
      if (response.status !== 401 || tries === mostTries) return response;
      await this.renew(token);
    }
  }

  private async renew(ended: string): Promise<void> {
    if (this.token !== ended && this.token !== '') return;
    if (this.visit.standing === 'signed-out') throw new SessionEnded('signed out');
    this.renewing ??= this.refreshed().finally(() => (this.renewing = undefined));
    if (await this.renewing) return;
    this.waiting ??= deferred();
    const waiting = this.waiting.promise;
    this.show({ ...this.visit, standing: 'expired' });
    await waiting;
  }

  /** @returns whether there is a token again. @throws Problem, Unreachable, SessionEnded */
  private async refreshed(): Promise<boolean> {
    const { person } = this.visit;
    const ended = this.token;
    for (let tries = 1; ; tries += 1) {
      try {
        const signedIn = await this.door.refresh();
        if (!signedIn) return false;
        this.accept(signedIn);
        return true;
      } catch (error) {
        if (!isTooMany(error) || tries === mostTries) throw error;
        await this.pause(waitAfter(error));
      }
      // Meanwhile the person may have left, and somebody else have come; or the same one have signed in.
      if (person && this.visit.person?.id !== person.id) throw new SessionEnded('left');
      if (this.token !== ended) return true;
    }
  }

  private show(visit: Visit): void {
    this.visit = visit;
    for (const listener of this.listeners) listener();
  }
}

/** The house asks this network or person to wait, and says nothing about the cookie. */
function isTooMany(error: unknown): boolean {
  return error instanceof Problem && error.status === 429;
}

/** How long to wait before asking again: what the house said, within reason. Milliseconds. */
function waitAfter(error: unknown): number {
  const said = error instanceof Problem ? error.retryAfter : undefined;
  return said === undefined ? pauses.usual : Math.min(Math.max(said * 1000, pauses.least), pauses.most);
}

function deferred() {
  let resolve!: () => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // The promise may be rejected when nobody happens to wait any more.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/** The client for what needs no sign-in; signing in and out act on a cookie that scripts cannot read. */
export const open = createClient<paths>({ baseUrl: '', fetch: reach });

const wasHere = 'oasis-signed-in';
const left = 'oasis-signed-out';

/** Remembers (without any secret) whether a cookie is worth trying, so that a first visit asks nothing in vain. */
const memory = {
  get: () => read(() => localStorage.getItem(wasHere) !== null) ?? true,
  set: (here: boolean) => {
    read(() => (here ? localStorage.setItem(wasHere, '1') : localStorage.removeItem(wasHere)));
  },
};

function read<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined; // storage may be forbidden
  }
}

/** Tabs renew one after the other: the cookie is rotated with each use. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('oasis-refresh', work) : await work();
}

/** Whether this browser was signed in when it was here last, as far as one can know before asking. */
export const mayBeSignedIn = (): boolean => memory.get();

async function refresh(): Promise<SignedIn | null> {
  if (!memory.get()) return null;
  return alone(async () => {
    const { data, error, response } = await open.POST('/api/v1/auth/refresh');
    if (data) return data;
    if (response.status !== 401) throw Problem.from(response, error);
    memory.set(false);
    return null;
  });
}

async function signOut(): Promise<void> {
  const { error, response } = await open.POST('/api/v1/auth/sign-out');
  // The cookie still opens the house: nobody is told that they are out of it.
  if (!response.ok) throw Problem.from(response, error);
  memory.set(false);
  read(() => localStorage.setItem(left, String(Date.now())));
}

/** The session of this tab. */
export const session = new Session({ refresh, signOut });

/**
 * Leaves here, too, when the person signs out in another window of this browser, until the returned function is called:
 * whoever comes to this machine after them is not to find their day. A session that has merely ended loses nothing.
 */
export function leaveWithOtherWindows(): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === left) session.leave();
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/**
 * Signs in; the answer is the same for a wrong password and an unknown address.
 * @returns the challenge to show a code with, when the password alone is not enough
 * @throws Problem, Unreachable
 */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  const { data, error, response } = await open.POST('/api/v1/auth/sign-in', { body: { email, password } });
  if (data) {
    welcome(data);
    return undefined;
  }
  const problem = Problem.from(response, error);
  if (problem.code === 'second_factor_required' && problem.challenge) return problem.challenge;
  throw problem;
}

/** Finishes signing in with a code of the authenticator app, or a recovery code. @throws Problem, Unreachable */
export async function showCode(challenge: string, code: string): Promise<void> {
  const { data, error, response } = await open.POST('/api/v1/auth/second-factor', { body: { challenge, code } });
  if (!data) throw Problem.from(response, error);
  welcome(data);
}

function welcome(data: SignedIn): void {
  memory.set(true);
  session.accept(data);
}
