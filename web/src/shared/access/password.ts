import type { TFunction } from 'i18next';
import { Problem } from '../api/problem';

/** Fewest characters of a password; the server has the same rule and also refuses well-known ones. */
export const shortestPassword = 8;

/** What to say beside the password field when the server did not like the password; undefined for other failures. */
export function passwordFlaw(error: unknown, t: TFunction): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const meant =
    error.errors.some((flaw) => flaw.pointer === '/password') ||
    error.refusals.some((refusal) => refusal.code === 'weak_password');
  return meant ? t('access.passwordCommon', { count: shortestPassword }) : undefined;
}
