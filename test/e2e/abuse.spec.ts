import { abuse, Figure } from '../support/chaos';

/**
 * `npm run abuse` in a size that fits in here: one house, attacked in every way that the command knows but the browser's,
 * which has a spec of its own. At the end controls are switched off one by one, and the figures have to notice.
 */
describe('a house that is attacked', () => {
  let figures: Figure[];
  const of = (scenario: string) => figures.filter((figure) => figure.scenario === scenario);
  const missed = (scenario: string) => of(scenario).filter(({ met, isTime }) => !met && !isTime);

  beforeAll(async () => {
    figures = await abuse('all', '--size', 'reduced', '--seed', '7', '--bites');
  }, 400_000);

  it.each([
    ['matrix', 'everybody reaches what is theirs, and nothing else'],
    ['tokens', 'no forged token is believed, and what is lost is lost at once'],
    ['refresh', 'a sign-in is never two, and a stolen one is none'],
    ['guessing', 'passwords are not guessed, and their owners stay in'],
    ['enumeration', 'nobody learns who is known here'],
    ['crossing', 'other pages change nothing'],
    ['hoarding', 'nobody holds more than two places, and it is seen'],
    ['outputs', 'what people write stays a word in tables, calendars and mails'],
    ['ssrf', 'no address leads the house to its own doors'],
    ['mass', 'nothing is taken that nobody asked for'],
    ['sql', 'what looks like SQL is a text'],
    ['oversized', 'huge and deep bodies are refused'],
    ['slow', 'those who dawdle are left'],
    ['fuzz', 'whatever is sent, the answer is one that the document promises'],
  ])('%s: %s', (scenario) => {
    expect(of(scenario).length).toBeGreaterThan(2);
    expect(missed(scenario)).toEqual([]);
  });

  it('and each figure notices when its control is switched off', () => {
    expect(of('bites').length).toBeGreaterThan(5);
    expect(missed('bites')).toEqual([]);
  });
});
