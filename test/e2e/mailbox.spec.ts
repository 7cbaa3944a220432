import { MessagePlanner } from '../../src/reminders/planner.service';
import { Oasis, startOasis } from '../support/oasis';
import { expectProblem } from '../support/problem';
import { SmtpSink } from '../support/smtp';

interface Mail {
  id: string;
  to: string;
  subject: string;
  sentAt: string;
  messageId: string;
  text: string;
  html: string;
  attachments: unknown[];
}

const password = 'a quiet desk by the lake';

async function register(oasis: Oasis, email: string, fullName = 'Aino Example', locale = 'en'): Promise<void> {
  await oasis.http
    .post('/api/v1/auth/register')
    .send({ email, password, fullName, locale, acceptPrivacyNotice: true })
    .expect(202);
}

/** Waits until something is true; the test's own time is the limit. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 25));
}

/** Asks again and again until there are so many, two seconds at most. */
async function mailsTo(oasis: Oasis, address: string, count = 1): Promise<Mail[]> {
  for (const end = performance.now() + 2_000; ;) {
    const response = await oasis.http.get('/mailbox/messages').query({ to: address }).expect(200);
    const { items } = response.body as { items: Mail[] };
    if (items.length >= count) return items;
    if (performance.now() > end) throw new Error(`${items.length} mails to ${address} after two seconds`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('the mailbox of an installation without a mail server', () => {
  let oasis: Oasis;

  beforeAll(async () => {
    oasis = await startOasis({ jobs: true, config: { databaseUrl: undefined } });
  });

  afterAll(() => oasis.stop());

  it('has the mail of a registration within two seconds, and its link works', async () => {
    await register(oasis, 'newcomer@people.example');
    const [mail] = await mailsTo(oasis, 'Newcomer@people.example');
    expect(mail).toMatchObject({
      to: 'newcomer@people.example',
      subject: 'Confirm your e-mail address',
      messageId: expect.stringMatching(/^<message-[0-9a-f-]{36}@oasis\.example>$/),
      attachments: [],
    });
    expect(mail?.sentAt).toBe('2027-03-02T06:00:00Z');
    const token = /\/verify-email#token=([\w-]+)/.exec(mail?.text ?? '')?.[1];
    expect(mail?.html).toContain(`/verify-email#token=${token}`);
    await oasis.http.post('/api/v1/auth/verify-email').send({ token }).expect(204);
  });

  it('is ready only with a heart that beats', async () => {
    const { body } = await oasis.http.get('/health/ready').expect(200);
    expect(body).toMatchObject({ checks: { queue: 'up', timetable: 'up' } });
  });

  it('is not ready when the timetable has looked at no message for a minute, and is again once it has', async () => {
    const planner = oasis.get(MessagePlanner);
    const plan = jest.spyOn(planner, 'plan').mockRejectedValue(new Error('nobody looks'));
    const real = performance.now.bind(performance);
    // A look may still be under way when the last one that can succeed has begun.
    await until(() => plan.mock.calls.length >= 2);
    const now = jest.spyOn(performance, 'now').mockImplementation(() => real() + 61_000);
    try {
      const problem = expectProblem(await oasis.http.get('/health/ready'), 503, 'busy');
      expect(problem['checks']).toMatchObject({ database: 'up', queue: 'up', timetable: 'down' });
      plan.mockRestore();
      await until(async () => (await oasis.http.get('/health/ready')).status === 200);
    } finally {
      plan.mockRestore();
      now.mockRestore();
    }
  });

  it('tells somebody who registers twice that there is an account already', async () => {
    await register(oasis, 'twice@people.example', 'Aino Example', 'fi');
    const [first] = await mailsTo(oasis, 'twice@people.example');
    const token = /token=([\w-]+)/.exec(first?.text ?? '')?.[1];
    await oasis.http.post('/api/v1/auth/verify-email').send({ token }).expect(204);
    await register(oasis, 'twice@people.example');
    const [second] = await mailsTo(oasis, 'twice@people.example', 2);
    expect(second?.subject).toBe('Sinulla on jo tili');
    expect(second?.text).not.toContain('token=');
  });

  it('shows its mails as pages that run nothing and load nothing', async () => {
    await register(oasis, 'pages@people.example', 'Eve <img src=x onerror=alert(1)>');
    const [mail] = await mailsTo(oasis, 'pages@people.example');
    const list = await oasis.http.get('/mailbox').expect(200).expect('content-type', 'text/html; charset=utf-8');
    expect(list.text).toContain('Confirm your e-mail address');
    expect(list.text).toContain(`href="/mailbox/letters/${mail?.id}"`);
    const page = await oasis.http.get(`/mailbox/letters/${mail?.id}`).expect(200);
    expect(page.text).toContain('Eve &lt;img');
    expect(page.text).toMatch(/<a href="http:\/\/localhost:3000\/verify-email#token=[\w-]+"/);
    const letter = await oasis.http.get(`/mailbox/letters/${mail?.id}/html`).expect(200);
    expect(letter.text).toContain('Eve &lt;img');
    for (const { text, headers } of [list, page, letter]) {
      expect(text).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
      expect(headers['content-security-policy']).toContain(`default-src 'none'`);
      expect(headers['cache-control']).toBe('no-store');
    }
    expect(letter.headers['content-security-policy']).toContain('sandbox');
  });

  it('narrows the list to an address, and says no to what is none', async () => {
    await register(oasis, 'narrow@people.example');
    await mailsTo(oasis, 'narrow@people.example');
    const page = await oasis.http.get('/mailbox').query({ to: 'narrow@people.example' }).expect(200);
    expect(page.text).toContain('narrow@people.example');
    expect(page.text).not.toContain('pages@people.example');
    expectProblem(await oasis.http.get('/mailbox/messages?to=nobody'), 400, 'malformed');
    expectProblem(await oasis.http.get('/mailbox/messages?from=me'), 400, 'malformed');
    expectProblem(await oasis.http.get('/mailbox/letters/..%2f..%2fjwt-secret'), 400, 'malformed');
    expectProblem(await oasis.http.get('/mailbox/letters/01890000-0000-7000-8000-000000000000'), 404, 'missing');
  });
});

describe('an installation with a mail server', () => {
  it('hands its mails to that server and has no mailbox', async () => {
    const sink = await SmtpSink.start();
    const oasis = await startOasis({ jobs: true, config: { smtpUrl: sink.url } });
    try {
      await register(oasis, 'newcomer@people.example');
      for (const end = performance.now() + 2_000; sink.to('newcomer@people.example').length === 0;) {
        if (performance.now() > end) throw new Error('no mail after two seconds');
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      for (const path of ['/mailbox', '/mailbox/messages', '/mailbox/letters/01890000-0000-7000-8000-000000000000'])
        expectProblem(await oasis.http.get(path), 404, 'missing');
    } finally {
      await oasis.stop();
      await sink.close();
    }
  });
});
