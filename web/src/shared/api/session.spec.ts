import { Problem, SessionEnded, Unreachable } from './problem';
import { Session } from './session';
import type { Doorkeeper } from './session';
import type { SignedIn } from './views';

let given = 0;

function welcome(id = 'aino'): SignedIn {
  given += 1;
  const person = { id, email: `${id}@oasis.example`, fullName: id, locale: 'en' as const, timeZone: null, roles: [] };
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
    const session = new Session(keeper);
    await session.start(() => Promise.resolve());
    expect(session.current().standing).toBe('signed-out');
    expect(keeper.refreshed).toBe(3);
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
