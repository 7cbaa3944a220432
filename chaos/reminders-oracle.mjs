// What must be true of messages after any run: counted from the facts, the ledger, a trace kept by triggers, and the
// letters that arrived. None of it asks the application.
import { quantile } from './figures.mjs';

/**
 * Writes down, in the order in which it happened, when a message was marked as being sent, when it was done, and when a
 * booking was cancelled or moved. Marking locks the booking's row, and so does cancelling: of the two, the times here
 * are in the order of the locks.
 */
export const trace = `
  create table chaos_trace (what text not null, subject_id uuid not null, message_id uuid, attempt smallint,
    at timestamptz not null default clock_timestamp());
  create unique index on chaos_trace (message_id, what, attempt) where message_id is not null;
  create index on chaos_trace (subject_id);
  create function chaos_message() returns trigger language plpgsql as $$
  begin
    if new.status = 'sending' and new.attempts = old.attempts then
      insert into chaos_trace values ('begin', new.subject_id, new.id, new.attempts) on conflict do nothing;
    elsif new.status <> old.status and new.status <> 'pending' then
      insert into chaos_trace values (new.status, new.subject_id, new.id, new.attempts) on conflict do nothing;
    end if;
    return new;
  end $$;
  create trigger chaos_message after update on message for each row execute function chaos_message();
  create function chaos_booking() returns trigger language plpgsql as $$
  begin
    if new.status = 'cancelled' and old.status <> 'cancelled' or new.starts_at <> old.starts_at then
      insert into chaos_trace values ('gone', new.id, null, null);
    end if;
    return new;
  end $$;
  create trigger chaos_booking after update on booking for each row execute function chaos_booking();
`;

/** How long a sender may take between the answer of the mail server and the note that it was sent, in milliseconds. */
const settling = 2_000;

/** All that is known about the reminders of these bookings. */
export async function gather(estate, ids) {
  const messages = await estate.ask(
    `select m.id, m.kind, m.subject_id as booking, m.occasion, m.channel, m.status, m.reason, m.due_at as "dueAt",
            m.sent_at as "sentAt", m.attempts
     from message m where m.subject_id = any ($1)`,
    [ids],
  );
  const marks = await estate.ask(
    'select what, subject_id as booking, message_id as message, at from chaos_trace where subject_id = any ($1) order by at',
    [ids],
  );
  const gone = new Map();
  for (const mark of marks)
    if (mark.what === 'gone' && !gone.has(mark.booking)) gone.set(mark.booking, mark.at.getTime());
  const begun = new Map();
  for (const { what, message, at } of marks) {
    if (what === 'begin') begun.set(message, [...(begun.get(message) ?? []), at.getTime()]);
  }
  const shown = new Map();
  for (const { what, message, at } of marks)
    if (what === 'sent' && !shown.has(message)) shown.set(message, at.getTime());
  return { messages, marks, gone, begun, shown, letters: estate.sink.byId };
}

/** Judges reminders (`booking_soon`) of bookings `{ id, dueAt }` and the notes of what became of them. */
export function judge(figures, { bookings, seen, faults, offset = 0 }) {
  const { messages, gone, begun, shown, letters } = seen;
  const arrival = ({ id, channel } = {}) => (channel === 'mail' ? letters.get(id)?.[0]?.at : shown.get(id)) + offset;
  const soon = messages.filter(({ kind }) => kind === 'booking_soon');
  const of = new Map();
  for (const message of soon)
    of.set(`${message.booking} ${message.channel}`, [
      ...(of.get(`${message.booking} ${message.channel}`) ?? []),
      message,
    ]);

  const lost = [];
  const late = { mail: [], app: [] };
  const beyond = [];
  const slow = [];
  for (const { id, dueAt } of bookings) {
    for (const channel of ['mail', 'app']) {
      const [message] = of.get(`${id} ${channel}`) ?? [];
      const arrived = arrival(message);
      if (Number.isFinite(arrived)) {
        late[channel].push((arrived - dueAt) / 1000);
        const seconds = (arrived - dueAt - outage(faults, dueAt, arrived)) / 1000;
        beyond.push(seconds);
        if (seconds > 10)
          slow.push({
            seconds,
            channel,
            dueAt,
            arrived,
            attempts: message.attempts,
            reason: message.reason,
            begun: begun.get(message.id),
          });
      }
      const wanted = !gone.has(id);
      const hasArrived = Number.isFinite(arrived) && message.status === 'sent';
      if (wanted && !hasArrived) lost.push({ id, channel, status: message?.status, reason: message?.reason });
    }
  }
  figures.note('messages due', bookings.length * 2);
  figures.none('lost: due, still true, and neither in the application nor taken by the mail server', lost);
  figures.none('without an end: neither sent nor void with a reason', messages.filter(unfinished));
  const early = soon.filter((message) => arrival(message) < message.dueAt.getTime());
  figures.none('early', early);
  judgeCancelled(figures, soon, { gone, begun, letters });
  judgeRepeats(figures, messages, { begun, letters, seen, faults });
  return { late: [...late.mail, ...late.app], beyond, slow };
}

const unfinished = ({ status, reason }) => status !== 'sent' && !(status === 'void' && reason);

function judgeCancelled(figures, soon, { gone, begun, letters }) {
  const told = soon.filter(({ id, status, channel }) => (channel === 'mail' ? letters.has(id) : status === 'sent'));
  const before = told.filter(({ booking, dueAt }) => gone.get(booking) < dueAt.getTime());
  figures.note('bookings cancelled or moved meanwhile', gone.size);
  figures.none('told although cancelled or moved before it was due', before);
  const after = soon.filter(({ id, booking }) => (begun.get(id) ?? []).some((at) => at > gone.get(booking)));
  figures.none('sending begun after the cancellation', after);
  const onTheWay = told.filter(
    ({ id, booking, channel }) => channel === 'mail' && letters.get(id)?.[0].at > gone.get(booking),
  );
  figures.note('already being sent when it was cancelled', onTheWay.length);
  const unexplained = soon.filter(
    ({ status, reason, booking }) => status === 'void' && (!gone.has(booking) || !reason),
  );
  figures.none('void without cause', unexplained);
}

function judgeRepeats(figures, messages, { begun, letters, seen, faults }) {
  const known = new Map(messages.map((message) => [message.id, message]));
  const shown = new Map();
  for (const { what, message } of seen.marks) {
    if (what === 'sent' && known.get(message)?.channel === 'app') shown.set(message, (shown.get(message) ?? 0) + 1);
  }
  const facts = new Map();
  for (const { kind, booking, occasion, channel } of messages) {
    const fact = `${kind} ${booking} ${occasion} ${channel}`;
    facts.set(fact, (facts.get(fact) ?? 0) + 1);
  }
  const twice = [...[...shown].filter(([, times]) => times > 1), ...[...facts].filter(([, times]) => times > 1)];
  figures.none('in the application twice, or in the ledger twice', twice);

  const mine = [...letters].filter(([id]) => known.has(id));
  const repeated = mine.filter(([, list]) => list.length > 1);
  figures.note(
    'mails handed over again',
    mine.reduce((sum, [, list]) => sum + list.length - 1, 0),
  );
  // A repeat is excused by a kill or an outage while the letter before it was on its way or not yet noted as sent.
  const unexcused = repeated.filter(([id, list]) =>
    list.slice(0, -1).some((letter) => {
      const began = Math.max(...(begun.get(id) ?? []).filter((at) => at <= letter.at));
      return !faults.some(({ from, to }) => from <= letter.at + settling && to >= began);
    }),
  );
  figures.none('mails handed over again that were not on their way at a kill or an outage', unexcused);
  const foreign = [...letters.keys()].filter((id) => id.startsWith('unknown'));
  figures.none('letters without a Message-ID of the ledger', foreign);
}

/** Milliseconds between two instants in which the database, the mail server or every worker was away. */
function outage(faults, from, to) {
  const spans = faults
    .filter(({ what }) => ['database', 'mail', 'all workers'].includes(what))
    .map((span) => [Math.max(span.from, from), Math.min(span.to, to)])
    .sort((a, b) => a[0] - b[0]);
  let [sum, end] = [0, from];
  for (const [begin, until] of spans) {
    sum += Math.max(0, until - Math.max(begin, end));
    end = Math.max(end, until);
  }
  return sum;
}

/** How late: the usual three figures. */
export function lateness(figures, name, seconds, target) {
  figures.note(`${name}: p50 lateness, s`, quantile(seconds, 0.5));
  figures.atMost(`${name}: p99 lateness, s`, quantile(seconds, 0.99), target, 's');
  figures.note(`${name}: greatest lateness, s`, Math.max(0, ...seconds));
}
