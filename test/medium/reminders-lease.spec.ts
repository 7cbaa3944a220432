import { Busy } from '../../src/kernel/errors';
import { lease } from '../../src/reminders/message.rules';
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
  async function slowly(id: string): Promise<number> {
    sink.delay = 4_000;
    const sending = office.sender.send(id);
    await real(800);
    await office.expireClaims();
    await real(1_700);
    pass(60_000);
    const swept = await sweep();
    expect(await sending).toEqual({ kind: 'sent' });
    return swept;
  }

  it('is renewed while a slow mail server takes its time: nobody else sends it', async () => {
    const { id } = await planned();
    expect(await slowly(id)).toBe(0);
    expect(sink.letters).toHaveLength(1);
  });

  it('without signs of life the same letter goes out twice', async () => {
    const { link, id } = await planned();
    jest.spyOn(office.ledger, 'renew').mockResolvedValue();
    expect(await slowly(id)).toBe(1);
    for (let i = 0; i < 60 && sink.letters.length < 2; i++) await real(100);
    expect(sink.letters).toHaveLength(2);
    for (let i = 0; i < 60 && (await office.row(link)).status !== 'sent'; i++) await real(100);
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

  it('hold up neither other letters nor what is shown in the application', async () => {
    const { personId } = await aPerson(office.database);
    const slow = await Promise.all(Array.from({ length: 8 }, () => office.aLink(personId)));
    await office.ticks.plan(office.clock.now());
    office.clock.advance(1);
    sink.delay = 6_000;
    const standing = async () => new Set(await Promise.all(slow.map(async (link) => (await office.row(link)).status)));
    // As many as are sent at once.
    expect(await office.ticks.sweep(office.clock.now())).toBe(slow.length);
    expect(await standing()).toEqual(new Set(['sending']));
    sink.delay = 0;
    const quick = await office.aLink(personId);
    await office.ticks.plan(office.clock.now());
    office.clock.advance(1);
    await office.ticks.sweep(office.clock.now());
    expect((await office.row(quick)).status).toBe('sent');
    expect(await standing()).toEqual(new Set(['sending']));
    await office.sender.beforeApplicationShutdown();
    expect(await standing()).toEqual(new Set(['sent']));
  }, 20_000);
});

function real(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
