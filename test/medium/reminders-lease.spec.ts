import { Busy } from '../../src/kernel/errors';
import { lease, renewEvery } from '../../src/reminders/message.rules';
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

  /** Begins to send to a slow mail server, and lets time pass before and after the first sign of life. */
  async function slowly(id: string): Promise<number> {
    sink.delay = renewEvery + 2_000;
    const sending = office.sender.send(id);
    await real(renewEvery / 2);
    pass(lease - 1_000);
    await real(renewEvery / 2 + 500);
    pass(2_000);
    const swept = await sweep();
    expect(await sending).toEqual({ kind: 'sent' });
    return swept;
  }

  it('is renewed while a slow mail server takes its time: nobody else sends it', async () => {
    const { id } = await planned();
    expect(await slowly(id)).toBe(0);
    expect(sink.letters.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(1);
  });

  it('without signs of life the same letter goes out twice', async () => {
    const { id } = await planned();
    jest.spyOn(office.ledger, 'renew').mockResolvedValue();
    expect(await slowly(id)).toBe(1);
    expect(sink.letters.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(2);
  });

  it('runs out within seconds when its sender is gone', async () => {
    const { link, id } = await planned();
    await office.ledger.claim(id, office.clock.now());
    pass(lease - 1);
    expect(await sweep()).toBe(0);
    pass(2);
    expect(await sweep()).toBe(1);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('what became of a letter is written down as soon as the database is back, and it is not sent again', async () => {
    const { link, id } = await planned();
    const settle = jest.spyOn(office.ledger, 'settle');
    settle.mockRejectedValueOnce(new Busy()).mockRejectedValueOnce(new Busy());
    expect(await office.sender.send(id)).toEqual({ kind: 'sent' });
    expect(settle).toHaveBeenCalledTimes(3);
    pass(lease + 60_000);
    expect(await sweep()).toBe(0);
    expect(await office.row(link)).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sink.letters.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(1);
  });
});

function real(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
