import { useLocation } from 'react-router';

/** The secret of a mailed link. It stands behind the `#` of the address, which a browser sends to nobody. */
export function useMailedToken(): string {
  const { hash } = useLocation();
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}
