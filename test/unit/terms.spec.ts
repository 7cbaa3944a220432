import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../src/people/people.rules';
import { wordsIn } from '../../src/reminders/templates/languages';

const folder = join(__dirname, '..', '..', 'web', 'src', 'shared', 'i18n', 'locales');

/** A text of the screens, by the file and the key under which it stands. */
function onScreen(locale: string, file: string, key: string): unknown {
  const texts: unknown = JSON.parse(readFileSync(join(folder, locale, `${file}.json`), 'utf8'));
  return key.split('.').reduce((within: unknown, name) => (within as Record<string, unknown>)[name], texts);
}

/** One thing has one name, in a letter and on the screen that its button leads to. */
describe.each(locales)('letters and screens (%s)', (locale) => {
  const { labels, stages, allowances } = wordsIn(locale);

  it('call stages of a venture the same', () => {
    expect(stages).toEqual(onScreen(locale, 'intake', 'apply.stage'));
  });

  it('call sites, ventures and days at a desk the same', () => {
    expect(labels.site).toBe(onScreen(locale, 'booking', 'day.site'));
    expect(labels.venture).toBe(onScreen(locale, 'coach', 'coach.fit.venture'));
    expect(labels.stage).toBe(onScreen(locale, 'coach', 'coach.fit.stage'));
    expect(allowances.desk_days).toBe(onScreen(locale, 'membership', 'wallet.kind.desk_days'));
  });
});
