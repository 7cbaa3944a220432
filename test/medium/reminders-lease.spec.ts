import { Busy } from '../../src/kernel/errors';
import { Lifeline } from '../../src/reminders/lifeline';
import { lease, pauseAfter, sweepAfter } from '../../src/reminders/message.rules';
import { aPerson } from '../support/house';
import { openPostOffice, PostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

/** A message belongs to its sender for as long as that gives signs of life, and no longer. */
describe('the claim on a message', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });
  beforeEach(() => {
    sink.delay = 0;
    sink.letters.splice(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await office.stop();
    await sink.close();
  });

  const pass = (milliseconds: number): void => office.clock.advance(milliseconds / 60_000);
  const sweep = (): Promise<number> => office.ticks.sweep(office.clock.now());

  async function planned(): Promise<{ link: string; id: string }> {
    const { personId } = await aPerson(office.database);
    const link = await office.aLink(personId);
    await office.ticks.plan(office.clock.now());
    return { link, id: (await office.row(link)).id };
  }

  /** Milliseconds that a claim is still good for, on the clock of the database. */
  async function left(id: string): Promise<number> {
    const [row] = await office.database.read<{ ms: number }>(
      `select extract(epoch from claimed_until - clock_timestamp()) * 1000 as ms from message where id = $1`,
      [id],
    );
    return Number(row?.ms);
  }

  /** Sends to a slow mail server; the claim runs out under way unless somebody renews it, and a sweeper looks. */
  async function slowly({ id, link }: { id: string; link: string }): Promise<number> {
    sink.delay = 4_000;
    const sending = office.sender.send(id);
    await real(800);
    await office.expireClaims();
    await real(1_700);
    pass(60_000);
    const swept = await sweep();
    expect(await sending).toEqual({ kind: 'slow' });
    await office.until(link, 'sent');
    return swept;
  }

  it('is renewed while a slow mail server takes its time: nobody else sends it', async () => {
    expect(await slowly(await planned())).toBe(0);
    expect(sink.letters).toHaveLength(1);
  });

  it('without signs of life the same letter goes out twice', async () => {
    jest.spyOn(office.ledger, 'renew').mockResolvedValue();
    expect(await slowly(await planned())).toBe(1);
    expect(sink.letters).toHaveLength(2);
  }, 20_000);

  it('runs out within seconds when its sender is gone', async () => {
    const { link, id } = await planned();
    await office.ledger.claim(id, office.clock.now());
    expect(await left(id)).toBeGreaterThan(lease - 2_000);
    expect(await left(id)).toBeLessThanOrEqual(lease);
    pass(60_000);
    expect(await sweep()).toBe(0);
    await office.expireClaims();
    expect(await sweep()).toBe(1);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('is not taken away by a process whose clock was set forward', async () => {
    const { id } = await planned();
    await office.ledger.claim(id, office.clock.now());
    pass(3_600_000);
    expect(await sweep()).toBe(0);
    await office.expireClaims();
    expect(await sweep()).toBe(1);
  });

  describe('beside the lifeline of its sender', () => {
    let other: Lifeline;
    beforeEach(async () => {
      other = new Lifeline(office.database.source, office.database);
      await other.start();
    });
    afterEach(async () => {
      await other.onApplicationShutdown();
      await office.expireClaims();
      await sweep();
    });

    const takeOver = (): Promise<number> => office.ticks.takeOver(office.clock.now());

    /** Claimed by a sender that then does nothing any more, for so long that only its death can free it. */
    async function inOtherHands(): Promise<{ link: string; id: string }> {
      const message = await planned();
      expect(other.owner).not.toBeNull();
      await office.ledger.claim(message.id, office.clock.now(), { by: other.owner });
      await office.database.read(
        `update message set claimed_until = clock_timestamp() + interval '1 hour' where id = $1`,
        [message.id],
      );
      pass(60_000);
      expect(await takeOver()).toBe(0);
      return message;
    }

    it('stays with a sender that lives', async () => {
      const { link } = await inOtherHands();
      await real(1_700);
      expect(await takeOver()).toBe(0);
      expect((await office.row(link)).attempts).toBe(1);
    });

    it('ends long before the lease when the sender has died', async () => {
      const { link } = await inOtherHands();
      await other.onApplicationShutdown();
      // Not at once: the connection of one that lives may just be made anew.
      let taken = await takeOver();
      expect(taken).toBe(0);
      for (let look = 0; look < 100 && taken === 0; look++) {
        await real(100);
        taken += await takeOver();
      }
      expect(taken).toBe(1);
      expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
    });

    it('stays with a sender whose lifeline is cut and tied again', async () => {
      const { link } = await inOtherHands();
      const { owner } = other;
      await office.database.read(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid::bigint = $1`,
        [owner],
      );
      for (let i = 0; i < 50 && other.owner !== null; i++) await real(10);
      expect(other.owner).toBeNull();
      expect(await takeOver()).toBe(0);
      for (let i = 0; i < 100 && other.owner === null; i++) await real(20);
      expect(other.owner).toBe(owner);
      await real(1_600);
      expect(await takeOver()).toBe(0);
      expect((await office.row(link)).attempts).toBe(1);
    });
  });

  it('goes on as soon as a database that was away is back', async () => {
    const { link, id } = await planned();
    const begin = jest.spyOn(office.ledger, 'begin');
    begin.mockRejectedValueOnce(new Busy()).mockRejectedValueOnce(new Busy());
    expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
    expect(begin).toHaveBeenCalledTimes(3);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sink.letters).toHaveLength(1);
  });

  it('is given back when the database stays away, and waits no longer for that than after a first failure', async () => {
    const { link, id } = await planned();
    const real = performance.now.bind(performance);
    jest.spyOn(office.ledger, 'begin').mockImplementation(() => {
      jest.spyOn(performance, 'now').mockImplementation(() => real() + 60_000);
      return Promise.reject(new Busy());
    });
    await office.database.read('update message set attempts = 6 where id = $1', [id]);
    await expect(office.sender.send(id)).rejects.toThrow(Busy);
    jest.restoreAllMocks();
    expect(await office.row(link)).toMatchObject({ status: 'pending', attempts: 7, reason: 'Busy' });
    pass(pauseAfter(1) + sweepAfter);
    expect(await sweep()).toBe(1);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 8 });
  });

  it('what became of a letter is written down as soon as the database is back, and it is not sent again', async () => {
    const { link, id } = await planned();
    const settle = jest.spyOn(office.ledger, 'settle');
    settle.mockRejectedValueOnce(new Busy()).mockRejectedValueOnce(new Busy());
    expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
    expect(settle).toHaveBeenCalledTimes(3);
    await office.expireClaims();
    pass(60_000);
    expect(await sweep()).toBe(0);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sink.letters).toHaveLength(1);
  });
});

describe('letters that take long', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });
  afterAll(async () => {
    await office.stop();
    await sink.close();
  });

  const comeDue = async (): Promise<void> => {
    await office.ticks.plan(office.clock.now());
    office.clock.advance(1);
  };

  it('hold up neither other letters nor what is shown in the application', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => aPerson(office.database)));
    const slow = await Promise.all(people.flatMap(({ personId }) => [1, 2, 3].map(() => office.aLink(personId))));
    await comeDue();
    sink.holding = true;
    const standing = async () => new Set(await Promise.all(slow.map(async (link) => (await office.row(link)).status)));
    // As many as are sent at once.
    expect(await office.ticks.sweep(office.clock.now())).toBe(slow.length);
    expect(await standing()).toEqual(new Set(['sending']));
    sink.holding = false;
    const quick = await office.aLink((await aPerson(office.database)).personId);
    await comeDue();
    await office.ticks.sweep(office.clock.now());
    expect((await office.row(quick)).status).toBe('sent');
    expect(await standing()).toEqual(new Set(['sending']));
    sink.release();
    await office.sender.beforeApplicationShutdown();
    expect(await standing()).toEqual(new Set(['sent']));
  }, 20_000);
});

describe('many letters to a mailbox that takes long', () => {
  let sink: SmtpSink;
  let office: PostOffice;
  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });
  afterAll(async () => {
    await office.stop();
    await sink.close();
  });

  it('take a few places, whoever hands them over, and leave the others to everybody else', async () => {
    const { personId } = await aPerson(office.database);
    const slow = await Promise.all(Array.from({ length: 16 }, () => office.aLink(personId)));
    await office.ticks.plan(office.clock.now());
    const ids = await Promise.all(slow.map(async (link) => (await office.row(link)).id));
    sink.holding = true;
    const [first = '', ...rest] = ids;
    const four = await Promise.all([first, ...rest.slice(0, 3)].map((id) => office.sender.send(id)));
    // The queue does not wait for them: they are under way, and what becomes of them is written down later.
    expect(four).toEqual(four.map(() => ({ kind: 'slow' })));
    expect(await office.sender.send(ids[4] ?? '')).toEqual({ kind: 'elsewhere' });
    office.clock.advance(1);
    expect(await office.ticks.sweep(office.clock.now())).toBe(0);
    sink.holding = false;
    const quick = await office.aLink((await aPerson(office.database)).personId);
    await office.ticks.plan(office.clock.now());
    expect(await office.sender.send((await office.row(quick)).id)).toEqual({ kind: 'sent' });
    sink.release();
    await office.sender.beforeApplicationShutdown();
    const statuses = await Promise.all(slow.map(async (link) => (await office.row(link)).status));
    expect(statuses.filter((status) => status === 'sent')).toHaveLength(4);
    expect(statuses.filter((status) => status === 'pending')).toHaveLength(12);
  }, 20_000);
});

function real(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
