import { Stay, stayDetails } from './stay';
import { wordsIn } from './templates/languages';

describe('a letter about a membership', () => {
  const reader = { id: '', name: 'A', locale: 'ru', timeZone: null } as const;
  const named = (texts: Stay['texts']): string | undefined => {
    const words = wordsIn(reader.locale);
    const details = stayDetails({ site: 'Saimaa', timeZone: 'Europe/Helsinki', texts }, reader, words);
    return details.find(([label]) => label === words.labels.plan)?.[1];
  };

  it('names the plan, in another language when the plan has no words in that of the reader', () => {
    expect(named({ fi: { name: 'Lähtö' }, ru: { name: 'Старт' } })).toBe('Старт');
    expect(named({ fi: { name: 'Lähtö' } })).toBe('Lähtö');
    expect(named(null)).toBeUndefined();
  });
});
