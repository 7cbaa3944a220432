import { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { aPerson, aResource, aSite } from '../support/house';
import { openPostOffice } from '../support/post-office';
import { SmtpSink } from '../support/smtp';

describe('an offer of the waiting list', () => {
  let sink: SmtpSink;
  let office: Awaited<ReturnType<typeof openPostOffice>>;
  let person: Actor;
  let entry: string;

  beforeAll(async () => {
    sink = await SmtpSink.start();
    office = await openPostOffice({ smtpUrl: sink.url });
  });

  beforeEach(async () => {
    office.clock.set('2027-03-02T06:00:00Z');
    const { id: site } = await aSite(office.database);
    person = await aPerson(office.database);
    const desk = await aResource(office.database, site, { name: 'Desk 07' });
    entry = newId();
    await office.database.read(
      `insert into waiting_list_entry (id, person_id, site_id, kind, resource_id, starts_at, ends_at, status,
         offered_resource_id, offered_at, offer_expires_at, created_at, updated_at)
       values ($1, $2, $3, 'desk', $4, '2027-03-03T07:00:00Z', '2027-03-03T09:00:00Z', 'offered', $4, $5,
         '2027-03-02T08:00:00Z', $5, $5)`,
      [entry, person.personId, site, desk, office.clock.now()],
    );
  });

  afterAll(async () => {
    await office?.stop();
    await sink?.close();
  });

  const told = () =>
    office.database.read(
      `select channel, status from message where subject_id = $1 and kind = 'waiting_list_offer' order by channel`,
      [entry],
    );

  const mails = () => sink.to(`${person.personId}@people.example`).map(({ mail }) => mail.subject);

  it('is told once, by mail and in the application', async () => {
    await office.ticks.planAgain(office.clock.now());
    await office.ticks.planAgain(office.clock.now());
    office.clock.advance(0.05);
    await office.sweep();
    expect(await told()).toEqual([
      { channel: 'app', status: 'sent' },
      { channel: 'mail', status: 'sent' },
    ]);
    expect(mails()).toEqual(['Free for you: Wed 3 Mar, Desk 07']);
  });

  it('is not told when it was answered before the mail could go', async () => {
    await office.ticks.planAgain(office.clock.now());
    expect(await told()).toHaveLength(2);
    await office.database.read(`update waiting_list_entry set status = 'declined' where id = $1`, [entry]);
    office.clock.advance(0.05);
    await office.sweep();
    expect(await told()).toMatchObject([{ status: 'void' }, { status: 'void' }]);
    expect(mails()).toEqual([]);
  });
});
