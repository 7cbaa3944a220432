// A mail server that remembers what it took and when, and that can be in a bad mood.
import { SMTPServer } from 'smtp-server';

const problem = (responseCode, words) => Object.assign(new Error(words), { responseCode });

const usualDelay = 20;

/** Moods: `willing`, `busy` (451 to every recipient), `dropping` (hangs up in the middle of a letter). */
export class Sink {
  /** One entry per letter that arrived whole: `{ id, to, at, repeat }`. */
  letters = [];
  byId = new Map();
  mood = 'willing';
  /** Milliseconds between the last dot and the answer. */
  delay = usualDelay;
  /** Addresses that are refused for good. */
  unknown = new Set();
  /** Addresses for whose letters the answer takes so many milliseconds. */
  slow = new Map();
  /** Whether letters keep what they say. */
  keepsText = false;
  refused = 0;
  dropped = 0;
  underWay = 0;

  static async open() {
    const sink = new Sink();
    sink.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => sink.recipient(address, done),
      onData: (stream, session, done) => {
        sink.read(stream, session, done).catch(done);
      },
    });
    sink.server.on('error', () => undefined);
    await new Promise((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    sink.port = sink.server.server.address().port;
    return sink;
  }

  recipient(address, done) {
    const code = this.unknown.has(address) ? 550 : this.mood === 'busy' ? 451 : undefined;
    if (code === undefined) return done();
    this.refused++;
    done(problem(code, code === 550 ? 'No such person here' : 'Try again later'));
  }

  async read(stream, session, done) {
    if (this.mood === 'dropping') {
      this.dropped++;
      for (const connection of this.server.connections) if (connection.id === session.id) connection.close();
      stream.resume();
      return;
    }
    this.underWay++;
    try {
      let text = '';
      for await (const piece of stream) text += piece.toString('latin1');
      const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
      const id = /^message-id: <message-([^@>]+)@/im.exec(head)?.[1] ?? `unknown: ${head.slice(0, 80)}`;
      const known = this.byId.get(id) ?? [];
      const letter = { id, to: session.envelope.rcptTo[0]?.address, at: Date.now(), repeat: known.length > 0 };
      if (this.keepsText) letter.text = text;
      this.byId.set(id, [...known, letter]);
      this.letters.push(letter);
      const delay = this.slow.get(letter.to) ?? this.delay;
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    } finally {
      this.underWay--;
    }
    done();
  }

  /** Letters beyond the first of their Message-ID. */
  get repeats() {
    return this.letters.filter(({ repeat }) => repeat);
  }

  /** As on its first day. */
  forget() {
    this.letters = [];
    this.byId.clear();
    this.refused = this.dropped = 0;
    this.mood = 'willing';
    this.delay = usualDelay;
    this.unknown.clear();
    this.slow.clear();
  }

  close() {
    return new Promise((resolve) => {
      this.server.close(resolve);
      for (const connection of this.server.connections) connection.close();
    });
  }
}
