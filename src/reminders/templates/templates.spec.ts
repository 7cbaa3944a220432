import { accountChanges } from '../../access/account-notice.entity';
import { Period } from '../../kernel/period';
import { locales } from '../../people/people.rules';
import { kinds } from '../kinds';
import { wordsIn } from './languages';
import { Detail, typeset } from './letter';
import { clocksDiffer, dayIn, hoursIn, lengthIn, momentOnBothClocks, shortDayIn, spanIn, zoneName } from './moments';
import { Words } from './words';
import { Copy } from './words/copy';

const facts = {
  validity: '<validity>',
  place: '<place>',
  site: '<site>',
  day: '<day>',
  date: '<date>',
  hours: '<hours>',
  host: '<host>',
  extras: '<extras>',
  changed: false,
  from: '<from>',
  to: '<to>',
  until: '<until>',
  granted: false,
  reason: 'a reason of the house',
  byReader: false,
  several: false,
  closed: true,
  approved: true,
  coach: '<coach>',
  founder: '<founder>',
  other: '<other>',
  kind: '<kind>',
  venture: '<venture>',
  stage: '<stage>',
  answer: 'declined',
  by: 'house',
  next: false,
  isCoach: false,
  entrepreneur: '<entrepreneur>',
  cause: 'team',
  late: false,
  forgiven: false,
  what: 'second_factor_on',
  left: 3,
} as const;

/** The other half of what may be the case. */
const otherwise = {
  ...facts,
  granted: true,
  byReader: true,
  several: true,
  approved: false,
  answer: 'accepted',
  by: 'other',
  next: true,
  isCoach: true,
  cause: 'entrepreneur',
  late: true,
  forgiven: true,
  what: 'second_factor_reset',
} as const;

/** Every letter of a language with the same facts, by name; each twice, as there are two sides to most things. */
function letters(words: Words): Record<string, Copy> {
  return Object.fromEntries(
    Object.entries(words.letters).flatMap(([name, copy]) => {
      const write = copy as (given: typeof facts | typeof otherwise) => Copy;
      return [
        [name, write(facts)],
        [`${name} otherwise`, write(otherwise)],
      ];
    }),
  );
}

function texts({ subject, heading, body, action, after }: Copy): string[] {
  return [subject, heading, ...body, action, ...after];
}

describe('the words of all languages', () => {
  const english = letters(wordsIn('en'));

  it('know a letter for every kind of message', () => {
    for (const { name } of kinds) expect(Object.keys(english)).toContain(name);
    expect(Object.keys(english)).toHaveLength(kinds.length * 2);
  });

  it.each(locales)('are complete and not empty (%s)', (locale) => {
    const words = wordsIn(locale);
    const translated = letters(words);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    for (const [name, copy] of Object.entries(translated)) {
      for (const text of texts(copy)) expect(text.trim()).toBe(text);
      for (const text of texts(copy)) expect(text).not.toBe('');
      const shape = ({ body, after }: Copy): number[] => [body.length, after.length];
      expect(shape(copy)).toEqual(shape(english[name]!));
      // The same facts are told in every language, as far as the English tells them.
      for (const fact of Object.values(facts).filter((value) => String(value).startsWith('<'))) {
        expect([name, fact, texts(copy).join().includes(String(fact))]).toEqual([
          name,
          fact,
          texts(english[name]!).join().includes(String(fact)),
        ]);
      }
    }
    for (const text of [
      words.linkHint,
      words.footer,
      words.hello('A'),
      ...Object.values({ ...words.labels, ...words.stages, ...words.allowances }),
    ]) {
      expect(text.trim()).not.toBe('');
    }
  });

  it.each(locales.filter((locale) => locale !== 'en'))('are translated (%s)', (locale) => {
    const translated = letters(wordsIn(locale));
    for (const [name, copy] of Object.entries(translated)) {
      const same = texts(copy).filter((text) => texts(english[name]!).includes(text));
      expect(same).toEqual([]);
    }
    const isCyrillic = locale === 'ru';
    for (const copy of Object.values(translated)) expect(/[а-яё]/i.test(copy.heading)).toBe(isCyrillic);
  });

  it.each(locales)('say when it is within the forty letters that a phone shows of a subject (%s)', (locale) => {
    const long = 'Long Name of a Place, of a Site or of Somebody';
    const names = { place: long, site: long, host: long, coach: long, founder: long, other: long, extras: long };
    const facts = { ...otherwise, ...names, several: false, cause: 'team', byReader: false } as const;
    const date = shortDayIn(new Date('2027-09-23T12:00:00Z'), 'UTC', locale);
    const told = Object.values(wordsIn(locale).letters).flatMap((copy) => {
      const write = copy as (given: object) => Copy;
      return [true, false].map((isCoach) => write({ ...facts, isCoach, date, hours: '09:00–11:30' }).subject);
    });
    const timed = told.filter((subject) => subject.includes(date) || subject.includes('09:00'));
    expect(timed.length).toBeGreaterThan(30);
    expect(
      timed.filter((subject) => !/09:00–11:30/.test(subject.slice(0, 40)) && !subject.slice(0, 40).includes(date)),
    ).toEqual([]);
  });

  it.each(locales)('say what came of it before the name of a site, which may be long (%s)', (locale) => {
    const { letters } = wordsIn(locale);
    const site = 'Long Name of a Site That Is Far From Here';
    const subjects = [true, false].flatMap((granted) =>
      (['pause_answered', 'renewal_answered'] as const).map(
        (name) => letters[name]({ ...facts, site, granted }).subject,
      ),
    );
    const others = [
      'membership_suspended',
      'membership_reinstated',
      'membership_ended',
      'pause_starting',
      'pause_ending',
    ] as const;
    for (const name of others) subjects.push(letters[name]({ ...facts, site }).subject);
    const seen = subjects.map((subject) => subject.slice(0, 40));
    expect(new Set(seen).size).toBe(subjects.length);
    for (const subject of subjects) expect(subject.slice(0, 40)).toContain(': Long');
  });

  it.each(locales)('tell apart why somebody takes part in a session no more (%s)', (locale) => {
    const { session_left: letter } = wordsIn(locale).letters;
    const causes = ['team', 'membership', 'entrepreneur'] as const;
    for (const isCoach of [false, true]) {
      const told = causes.map((cause) => letter({ ...facts, isCoach, cause }).body.join());
      expect(new Set(told).size).toBe(causes.length);
    }
  });

  it.each(locales)('tell each change of an account apart (%s)', (locale) => {
    const { account_changed: letter } = wordsIn(locale).letters;
    const told = accountChanges.map((what) => letter({ what, left: 7 }));
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(accountChanges.length);
    expect(new Set(told.map(({ body }) => body[0])).size).toBe(accountChanges.length);
    expect(letter({ what: 'recovery_code_used', left: 7 }).body.join()).toContain('7');
  });

  it('say something else to who cancelled than to who was cancelled', () => {
    for (const locale of locales) {
      const { booking_cancelled: copy } = wordsIn(locale).letters;
      expect(copy({ ...facts, byReader: true }).body).not.toEqual(copy(facts).body);
    }
  });
});

describe('a letter', () => {
  const draft = {
    ...wordsIn('en').letters.verify_email({ validity: '24 hours' }),
    details: [['Place', 'Desk <1> & "2"']] as [string, string][],
    link: 'https://oasis.example/verify-email#token=a_b-c&x=1',
  };
  const { html, text, subject } = typeset(draft, { name: `Eve <img src=x>`, locale: 'en' });

  it('says the same in both parts', () => {
    for (const part of [...draft.body, draft.action, ...draft.after, draft.heading]) {
      expect(text).toContain(part);
      expect(html).toContain(part.replaceAll("'", '&#39;'));
    }
    expect(text).toContain(draft.link);
    expect(text).toContain('Place: Desk <1> & "2"');
    expect(subject).toBe(draft.subject);
  });

  it('escapes names and loads nothing', () => {
    expect(html).toContain('Eve &lt;img src=x&gt;');
    expect(html).toContain('Desk &lt;1&gt; &amp; &quot;2&quot;');
    expect(html).toContain('href="https://oasis.example/verify-email#token=a_b-c&amp;x=1"');
    expect(html).not.toMatch(/<img|<script|<link|<table|url\(/);
  });

  it('leads to a meeting over a link, and to nothing else that somebody typed', () => {
    const room = 'https://meet.example/a?b=1&c=2';
    const details: [string, string][] = [
      ['Link', room],
      ['Topic', room],
    ];
    const met = typeset({ ...draft, details }, { name: 'A', locale: 'en' });
    const escaped = room.replace('&', '&amp;');
    expect(met.html).toContain(`<div><strong>Link:</strong> <a href="${escaped}">${escaped}</a></div>`);
    expect(met.html).toContain(`<div><strong>Topic:</strong> ${escaped}</div>`);
    expect(met.text).toContain(`Link: ${room}`);
    const script = typeset({ ...draft, details: [['Link', 'javascript:alert(1)']] }, { name: 'A', locale: 'en' });
    expect(script.html).not.toContain('href="javascript');
  });

  it('leaves a gap where something new begins, but for the first', () => {
    const details: Detail[] = [
      ['Desks', '1', 'group'],
      ['09:00', 'Aino'],
      ['Rooms', '1', 'group'],
    ];
    const sheet = typeset({ ...draft, details }, { name: 'A', locale: 'en' });
    expect(sheet.text).toContain('\n\nDesks: 1\n09:00: Aino\n\nRooms: 1\n\n');
    expect(sheet.html).toContain('<div><strong>Desks:</strong> 1</div>');
    expect(sheet.html).toContain('<div style="margin: 12px 0 0"><strong>Rooms:</strong> 1</div>');
  });

  it('names its language', () => {
    expect(html).toContain('<html lang="en">');
    expect(typeset(draft, { name: 'A', locale: 'sv' }).html).toContain('<html lang="sv">');
  });
});

describe('moments', () => {
  const lateEvening = Period.of(new Date('2027-03-02T21:30:00Z'), new Date('2027-03-02T23:00:00Z'));

  it('are read on the clock of the site', () => {
    expect(hoursIn(lateEvening, 'Europe/London', 'en')).toBe('21:30–23:00');
    expect(hoursIn(lateEvening, 'Europe/Helsinki', 'en')).toMatch(/^23:30–Wednesday,? 3 March 2027 01:00$/);
    expect(dayIn(lateEvening.start, 'Asia/Kathmandu', 'en')).toMatch(/^Wednesday,? 3 March 2027$/);
    expect(dayIn(lateEvening.start, 'Europe/Helsinki', 'fi')).toMatch(/^tiistaina? 2\. maaliskuuta 2027$/);
    // Without the full stop of a shortened year, which would be the second one at the end of a sentence.
    expect(dayIn(lateEvening.start, 'Europe/Helsinki', 'ru')).toMatch(/^вторник, 2 марта 2027$/);
  });

  it('are short in a subject', () => {
    const short = (locale: 'en' | 'fi' | 'sv' | 'ru'): string =>
      shortDayIn(lateEvening.start, 'Asia/Kathmandu', locale);
    expect(short('en')).toMatch(/^Wed,? 3 Mar$/);
    expect(short('fi')).toBe('ke 3.3.');
    expect(short('sv')).toBe('ons 3 mars');
    expect(short('ru')).toBe('ср, 3 марта');
  });

  it('that the clock shows twice are told apart', () => {
    const hours = (start: string, end: string, locale: 'en' | 'fi'): string =>
      hoursIn(Period.of(new Date(start), new Date(end)), 'Europe/Helsinki', locale);
    expect(hours('2027-10-31T00:15:00Z', '2027-10-31T01:15:00Z', 'en')).toBe('03:15 (summer time)–03:15 (winter time)');
    expect(hours('2027-10-31T01:30:00Z', '2027-10-31T02:30:00Z', 'fi')).toBe('03:30 (talviaikaa)–04:30');
    const moment = (at: string): string =>
      momentOnBothClocks(new Date(at), 'Europe/Moscow', { locale: 'en', timeZone: 'Europe/Helsinki' });
    expect(moment('2027-10-31T01:15:00Z')).toContain('04:15 (Europe/Moscow) / 03:15 (winter time) (Europe/Helsinki)');
  });

  it('are shown twice only when the clocks differ', () => {
    expect(clocksDiffer(lateEvening.start, 'Europe/Helsinki', 'Europe/Mariehamn')).toBe(false);
    expect(clocksDiffer(lateEvening.start, 'Europe/Helsinki', 'Europe/Moscow')).toBe(true);
    expect(clocksDiffer(new Date('2027-07-01T00:00:00Z'), 'Europe/Helsinki', 'Europe/Moscow')).toBe(false);
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos Aires');
  });

  it('of several bookings, and of deadlines, stand on both clocks in one line', () => {
    const [startsAt, endsAt] = [lateEvening.start, lateEvening.end];
    const timeZone = 'Europe/London';
    const span = (own: string | null): string =>
      spanIn({ startsAt, endsAt, timeZone }, { locale: 'sv', timeZone: own });
    expect(span(null)).toBe('tisdag 2 mars 2027, 21:30–23:00');
    expect(span('Europe/Lisbon')).toBe(span(null));
    expect(span('Europe/Stockholm')).toBe(
      'tisdag 2 mars 2027, 21:30–23:00 (Europe/Stockholm: 22:30–onsdag 3 mars 2027 00:00)',
    );
    expect(span('Asia/Kathmandu')).toBe(
      'tisdag 2 mars 2027, 21:30–23:00 (Asia/Kathmandu: onsdag 3 mars 2027, 03:15–04:45)',
    );
    const moment = (own: string | null): string =>
      momentOnBothClocks(startsAt, timeZone, { locale: 'sv', timeZone: own });
    expect(moment(null)).toBe('tisdag 2 mars 2027, 21:30 (Europe/London)');
    expect(moment('Asia/Kathmandu')).toBe(`${moment(null)} / onsdag 3 mars 2027, 03:15 (Asia/Kathmandu)`);
  });

  it('name lengths of time in words', () => {
    const from = new Date(0);
    const hours = (count: number): Date => new Date(count * 3_600_000);
    expect(lengthIn(from, hours(24), 'en')).toBe('24 hours');
    expect(lengthIn(from, hours(1), 'en')).toBe('1 hour');
    expect(lengthIn(from, hours(24), 'fi').replace(/\s/, ' ')).toBe('24 tuntia');
    expect(lengthIn(from, hours(24), 'sv').replace(/\s/, ' ')).toBe('24 timmar');
    expect(lengthIn(from, hours(1), 'ru').replace(/\s/, ' ')).toBe('1 час');
  });
});
