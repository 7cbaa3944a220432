import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import { isDate, localDate } from '../../shared/time/site-time';
import type { Texts } from '../../shared/i18n/locales/texts';
import type { Deed } from './reads';

type DeedKey = keyof Texts['audit']['deed'];
type FactKey = keyof Texts['audit']['fact'];
type SubjectKey = keyof Texts['audit']['subject'];
type RoleKey = keyof Texts['role'];
type ReasonKey = keyof Texts['houseReason'];

/** The kinds of subject that one can ask for. */
export const subjects: SubjectKey[] = [
  'booking',
  'series',
  'waiting_list',
  'no_show',
  'application',
  'membership',
  'plan',
  'document',
  'assignment',
  'matching_run',
  'coaching_session',
  'session_note',
  'coach',
  'venture',
  'resource',
  'closure',
  'maintenance',
  'site',
  'role',
  'person',
];

/** Says what was done, and with which particulars, in the language of the screen. */
export function useDeeds(timeZone: string): { what: (deed: Deed) => string; particulars: (deed: Deed) => string[] } {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const value = (name: string, text: string): string => {
    if (name === 'role' && i18n.exists(`role.${text}`)) return t(`role.${text as RoleKey}`);
    if (name === 'because') return t(`houseReason.${text as ReasonKey}`);
    if (isDate(text)) return words.fullDate(text);
    const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? text : `${words.dateWithin(localDate(at, timeZone))} ${words.time(at, timeZone)}`;
  };
  const fact = (name: string, text: string): string =>
    i18n.exists(`audit.fact.${name}`) ? t(`audit.fact.${name as FactKey}`, { value: value(name, text) }) : text;
  return {
    what: ({ action }) => {
      const key = action.replaceAll(/[.-]/g, '_');
      // A deed that is newer than these words keeps the name that the house gave it.
      return i18n.exists(`audit.deed.${key}`) ? t(`audit.deed.${key as DeedKey}`) : action.replaceAll(/[._-]/g, ' ');
    },
    particulars: ({ facts }) =>
      facts.toSorted(byStart).map(({ name, value: text }) => {
        const [side, inner] = name.split('.');
        if (inner === undefined) return fact(name, text);
        const said = fact(inner, text);
        return side === 'from' ? t('audit.was', { value: said }) : t('audit.became', { value: said });
      }),
  };
}

/** The database keeps the members of an object in an order of its own; a start is said before its end. */
function byStart(one: { name: string }, other: { name: string }): number {
  const rank = ({ name }: { name: string }) => (/(^|\.)start$/.test(name) ? 0 : 1);
  return rank(one) - rank(other);
}
