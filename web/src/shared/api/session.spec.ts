import { Problem, SessionEnded, Unreachable } from './problem';
import { Session } from './session';
import type { Doorkeeper } from './session';
import type { SignedIn } from './views';

let given = 0;

function welcome(id = 'aino'): SignedIn {
  given += 1;
  const person = {
    id,
    email: `${id}@oasis.example`,
    fullName: id,
    locale: 'en' as const,
    timeZone: null,
    version: 1,
    roles: [],
  };
  return { accessToken: `token-${given}`, expiresIn: 600, person };
}

/** A door that answers what it is told to, and counts. */
function door(refresh: () => Promise<SignedIn | null>): Doorkeeper & { refreshed: number } {
  const keeper = {
    refreshed: 0,
    refresh: () => {
      keeper.refreshed += 1;
      return refresh();
    },
    signOut: () => Promise.resolve(),
  };
  return keeper;
}

const request = () => new Request('http://oasis.example/api/v1/me');

/** A server that takes certain tokens only. */
const server = (accepts: (token: string) => boolean) => (asked: Request) =>
  Promise.resolve(new Response('', { status: accepts(asked.headers.get('authorization') ?? '') ? 200 : 401 }));

/** The house has no ear for this network at the moment. */
const tooMany = (retryAfter?: number) => new Problem(429, 'too_many_requests', '', [], [], [], retryAfter);

/** A pause that is over at once, and says how long it was to be; something may happen in it. */
function pausing(meanwhile: () => void = () => undefined) {
  const paused: number[] = [];
  const pause = (milliseconds: number) => {
    paused.push(milliseconds);
    meanwhile();
    return Promise.resolve();
  };
  return { pause, paused };
}

const soon = () => new Promise((done) => setImmediate(done));

describe('a session', () => {
  beforeEach(() => (given = 0));

  it('is closed to whoever lacks a second factor that the house asks for, until they have it', async () => {
    const lacking = { ...welcome(), secondFactorMissing: true as const };
    const session = new Session(door(() => Promise.resolve(lacking)));
    await session.start();
    expect(session.current().closed).toBe('from-the-start');
    // What was begun is not taken away by a token that comes meanwhile.
    session.accept(welcome());
    expect(session.current().closed).toBe('from-the-start');
    session.hasSecondFactor();
    expect(session.current()).toMatchObject({ standing: 'signed-in', closed: undefined });
    session.lacksSecondFactor();
    expect(session.current().closed).toBe('meanwhile');
    session.accept(welcome('somebody else'));
    expect(session.current().closed).toBeUndefined();
  });

  it('takes up the visit that the cookie remembers', async () => {
    const session = new Session(door(() => Promise.resolve(welcome())));
    await session.start();
    expect(session.current()).toMatchObject({ standing: 'signed-in', person: { id: 'aino' } });
  });

  it('is signed out when the cookie is no longer good, and keeps trying while nothing answers', async () => {
    let tries = 0;
    const keeper = door(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Unreachable('away')) : Promise.resolve(null);
    });
    const { pause, paused } = pausing();
    const session = new Session(keeper, Date.now, pause);
    await session.start();
    expect(session.current().standing).toBe('signed-out');
    expect(paused).toEqual([2000, 2000]);
  });

  it('waits as long as the house asks others of the same network to, within reason, and is not signed out by it', async () => {
    const answers = [tooMany(42), tooMany(), tooMany(3600), tooMany(0), new Problem(503, 'busy', '', [], [], [], 5)];
    const keeper = door(() => {
      const error = answers.shift();
      return error ? Promise.reject(error) : Promise.resolve(welcome());
    });
    const { pause, paused } = pausing();
    const session = new Session(keeper, Date.now, pause);
    const standings: string[] = [];
    session.subscribe(() => standings.push(session.current().standing));
    await session.start();
    expect(paused).toEqual([42_000, 2000, 60_000, 1000, 5000]);
    expect(standings).toEqual(['signed-in']);
  });

  it('is signed out when the server will not hear of it', async () => {
    const session = new Session(door(() => Promise.reject(new Problem(403, 'own_origin', 'no'))));
    await session.start();
    expect(session.current().standing).toBe('signed-out');
  });

  it('renews a token once, however many requests find it ended', async () => {
    const keeper = door(() => Promise.resolve(welcome()));
    const session = new Session(keeper);
    session.accept(welcome());
    const reaching = server((token) => token === 'Bearer token-2');
    const answers = await Promise.all(Array.from({ length: 20 }, () => session.send(request(), reaching)));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(20).fill(200));
    expect(keeper.refreshed).toBe(1);
  });

  it('renews before the token ends', async () => {
    let now = 0;
    const keeper = door(() => Promise.resolve(welcome()));
    const session = new Session(keeper, () => now);
    session.accept(welcome());
    now = 575_000;
    await session.send(
      request(),
      server(() => true),
    );
    expect(keeper.refreshed).toBe(1);
  });

  it('renews a little later, and sends what waits, when the house asks it to wait', async () => {
    const answers = [tooMany(30), tooMany(1)];
    const keeper = door(() => {
      const error = answers.shift();
      return error ? Promise.reject(error) : Promise.resolve(welcome());
    });
    const { pause, paused } = pausing();
    const session = new Session(keeper, Date.now, pause);
    session.accept(welcome());
    const standings: string[] = [];
    session.subscribe(() => standings.push(session.current().standing));
    const reaching = server((token) => token === 'Bearer token-2');
    const sent = await Promise.all([session.send(request(), reaching), session.send(request(), reaching)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(paused).toEqual([30_000, 1000]);
    expect(standings).toEqual(['signed-in']);
  });

  it('says so when it has waited long enough, and is not ended by it', async () => {
    const keeper = door(() => Promise.reject(tooMany(1)));
    const session = new Session(keeper, Date.now, pausing().pause);
    session.accept(welcome());
    const answer = session.send(
      request(),
      server(() => false),
    );
    await expect(answer).rejects.toMatchObject({ status: 429 });
    expect(keeper.refreshed).toBe(3);
    expect(session.current()).toMatchObject({ standing: 'signed-in', person: { id: 'aino' } });
  });

  it('sends nothing for whoever left while it waited to renew, even if somebody else has come', async () => {
    const nobody = () => undefined;
    const onni = (session: Session) => session.accept(welcome('onni'));
    for (const comes of [nobody, onni]) {
      given = 0;
      const keeper = door(() => Promise.reject(tooMany(1)));
      const { pause } = pausing(() => {
        session.leave();
        comes(session);
      });
      const session: Session = new Session(keeper, Date.now, pause);
      session.accept(welcome());
      const asked: string[] = [];
      const answer = session.send(
        request(),
        server((token) => asked.push(token) > 1),
      );
      await expect(answer).rejects.toBeInstanceOf(SessionEnded);
      expect(asked).toEqual(['Bearer token-1']);
      expect(keeper.refreshed).toBe(1);
    }
  });

  it('takes up the token of whoever has signed in again while it waited to renew', async () => {
    const keeper = door(() => Promise.reject(tooMany(1)));
    const session: Session = new Session(keeper, Date.now, pausing(() => session.accept(welcome())).pause);
    session.accept(welcome());
    const answer = await session.send(
      request(),
      server((token) => token === 'Bearer token-2'),
    );
    expect(answer.status).toBe(200);
    expect(keeper.refreshed).toBe(1);
  });

  it('goes on when the house did not hear that the person wants to leave', async () => {
    const keeper = { ...door(() => Promise.resolve(null)), signOut: () => Promise.reject(tooMany(1)) };
    const session = new Session(keeper);
    session.accept(welcome());
    await expect(session.signOut()).rejects.toMatchObject({ status: 429 });
    expect(session.current().standing).toBe('signed-in');
  });

  it('does not ask for ever when even new tokens are refused', async () => {
    const keeper = door(() => Promise.resolve(welcome()));
    const session = new Session(keeper);
    session.accept(welcome());
    const answer = await session.send(
      request(),
      server(() => false),
    );
    expect(answer.status).toBe(401);
    expect(keeper.refreshed).toBe(2);
  });

  it('keeps a request until the person has signed in again', async () => {
    const session = new Session(door(() => Promise.resolve(null)));
    session.accept(welcome());
    const reaching = server((token) => token === 'Bearer token-2');
    const answer = session.send(request(), reaching);
    await soon();
    expect(session.current()).toMatchObject({ standing: 'expired', person: { id: 'aino' } });
    session.accept(welcome());
    expect((await answer).status).toBe(200);
    expect(session.current().standing).toBe('signed-in');
  });

  it('does not send it in the name of somebody else', async () => {
    const session = new Session(door(() => Promise.resolve(null)));
    session.accept(welcome());
    const answer = session.send(
      request(),
      server((token) => token === 'Bearer token-2'),
    );
    await soon();
    session.accept(welcome('onni'));
    await expect(answer).rejects.toBeInstanceOf(SessionEnded);
  });

  it('gives it up when the person leaves', async () => {
    const session = new Session(door(() => Promise.resolve(null)));
    session.accept(welcome());
    const answer = session.send(
      request(),
      server(() => false),
    );
    await soon();
    session.leave();
    await expect(answer).rejects.toBeInstanceOf(SessionEnded);
    expect(session.current()).toEqual({ standing: 'signed-out', person: null });
  });

  it('stays as it is when nothing answers', async () => {
    const session = new Session(door(() => Promise.reject(new Unreachable('away'))));
    session.accept(welcome());
    await expect(
      session.send(
        request(),
        server(() => false),
      ),
    ).rejects.toBeInstanceOf(Unreachable);
    expect(session.current().standing).toBe('signed-in');
  });
});
