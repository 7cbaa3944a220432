import { Locale } from '../../people/people.rules';
import { Words } from './words';
import { english } from './words/en/english';
import { finnish } from './words/fi/finnish';
import { russian } from './words/ru/russian';
import { swedish } from './words/sv/swedish';

const languages: Record<Locale, Words> = { en: english, fi: finnish, sv: swedish, ru: russian };

/** The words of a language. */
export function wordsIn(locale: Locale): Words {
  return languages[locale];
}
