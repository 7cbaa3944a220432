import { useLocation } from 'react-router';

/** An address whose secret stands behind the `#`, which a browser sends to nobody. */
export const withHashToken = (path: string, token: string): string => `${path}#token=${encodeURIComponent(token)}`;

/** The secret that stands behind the `#` of the address: of a mailed link, or of a display. Empty when there is none. */
export function useHashToken(): string {
  const { hash } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}
