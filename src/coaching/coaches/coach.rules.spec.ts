import { commonLanguage, SpokenLanguage } from './coach.rules';

const speaks = (...skills: [string, SpokenLanguage['level']][]): SpokenLanguage[] =>
  skills.map(([code, level]) => ({ code, level }));

it.each<[string, SpokenLanguage[], SpokenLanguage[], SpokenLanguage | undefined]>([
  [
    'the one they share',
    speaks(['fi', 'native'], ['sv', 'B1']),
    speaks(['fi', 'B2'], ['ru', 'C1']),
    { code: 'fi', level: 'B2' },
  ],
  [
    'the better of two',
    speaks(['en', 'C1'], ['fi', 'native']),
    speaks(['en', 'C2'], ['fi', 'B1']),
    { code: 'en', level: 'C1' },
  ],
  [
    'the first by code of two alike',
    speaks(['ru', 'C1'], ['en', 'C1']),
    speaks(['en', 'C1'], ['ru', 'C1']),
    { code: 'en', level: 'C1' },
  ],
  ['none', speaks(['fi', 'native']), speaks(['ru', 'native']), undefined],
])('two people understand each other best in %s', (_, some, others, expected) => {
  expect(commonLanguage(some, others)).toEqual(expected);
});
