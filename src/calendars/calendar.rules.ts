import { Locale } from '../people/people.rules';

/** The name of a person's calendar in their language. */
export const feedNames: Record<Locale, string> = {
  en: 'My bookings and meetings · Business Oasis',
  fi: 'Varaukseni ja tapaamiseni · Business Oasis',
  sv: 'Mina bokningar och möten · Business Oasis',
  ru: 'Мои бронирования и встречи · Business Oasis',
};

/**
 * Whether a client has what it asks for already. An `If-None-Match` decides alone when there is one (RFC 9110, 13.2.2);
 * dates know whole seconds only.
 */
export function isKnown(
  asked: { noneMatch?: string | undefined; modifiedSince?: string | undefined },
  { etag, lastModified }: { etag: string; lastModified: Date },
): boolean {
  if (asked.noneMatch !== undefined) {
    const known = asked.noneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return known.includes(etag) || known.includes('*');
  }
  const since = Date.parse(asked.modifiedSince ?? '');
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** What the display beside a door says where it says no more. */
export const takenWords: Record<Locale, { taken: string; maintenance: string }> = {
  en: { taken: 'Taken', maintenance: 'Out of service' },
  fi: { taken: 'Varattu', maintenance: 'Huollossa' },
  sv: { taken: 'Upptaget', maintenance: 'Ur bruk' },
  ru: { taken: 'Занято', maintenance: 'На обслуживании' },
};
