import type { Guest } from '../api/views';

/** Whether an address may be one: something, an at sign, a host with a dot. The house has the last word. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

/** The lines that say somebody, without the empty ones. */
export function namedGuests(lines: readonly Guest[]): Guest[] {
  return lines
    .map(({ name, email }) => ({ name: name.trim(), email: email.trim() }))
    .filter(({ name, email }) => name !== '' || email !== '');
}

/** Whether every line says a name and an address. */
export function areComplete(lines: readonly Guest[]): boolean {
  return namedGuests(lines).every(({ name, email }) => name !== '' && isAddress(email));
}
