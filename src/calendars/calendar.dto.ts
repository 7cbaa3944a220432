import { Bool, Choice } from '../platform/http/fields';
import { Locale, locales } from '../people/people.rules';

/** What the display beside a door may say, and in which language. */
export class ResourceFeedDto {
  @Bool({ optional: true, description: 'whether it says what a booking is for; names are never said' })
  titles?: boolean;

  @Choice(locales, { optional: true, description: 'the language of the display; English when left out' })
  locale?: Locale;
}
