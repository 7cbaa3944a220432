import i18next from 'i18next';
import { useEffect, useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../api/views';
import type { Texts } from './locales/texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
    returnNull: false;
  }
}

/** The languages of the house by the name that their speakers use. */
export const languages: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English', ru: 'Русский' };

type Fetched = Promise<{ default: object }>;

/** What strangers read, and the rest. */
const texts: Record<Locale, { first: () => Fetched; rest: () => Fetched }> = {
  fi: { first: () => import('./locales/fi'), rest: () => import('./locales/fi.rest') },
  sv: { first: () => import('./locales/sv'), rest: () => import('./locales/sv.rest') },
  en: { first: () => import('./locales/en'), rest: () => import('./locales/en.rest') },
  ru: { first: () => import('./locales/ru'), rest: () => import('./locales/ru.rest') },
};

/** Whether the rest is wanted, too: from the first screen on that is not for strangers only. */
let isWholeWanted = false;
let isWhole = false;
const listeners = new Set<() => void>();

const remembered = 'oasis-language';

export function isLanguage(text: string | null | undefined): text is Locale {
  return text !== null && text !== undefined && Object.hasOwn(languages, text);
}

/** What was chosen on this device, else what the browser asks for, else English. */
function wanted(): Locale {
  const asked = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
  return chosenHere() ?? asked ?? 'en';
}

/** The language that somebody chose on this device, if anybody did. */
export function chosenHere(): Locale | undefined {
  try {
    const text = localStorage.getItem(remembered);
    return isLanguage(text) ? text : undefined;
  } catch {
    return undefined; // storage may be forbidden
  }
}

/** What of a language is wanted now. */
async function fetched(language: Locale): Promise<object> {
  const { first, rest } = texts[language];
  const parts = await Promise.all(isWholeWanted ? [first(), rest()] : [first()]);
  return Object.assign({}, ...parts.map((part) => part.default)) as object;
}

async function load(language: Locale): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await fetched(language), true, true);
}

/**
 * Whether all texts are there; fetches them when they are needed and are not. The screens of strangers do without, so
 * that the first page of somebody new is there soon.
 */
export function useTexts(isWholeNeeded: boolean): boolean {
  useEffect(() => {
    if (!isWholeNeeded || isWhole) return;
    isWholeWanted = true;
    void load(i18next.language as Locale).then(hasWhole, () => {
      // Texts that cannot be fetched are like screens that cannot: the next screen tries again.
    });
  }, [isWholeNeeded]);
  const whole = useSyncExternalStore(subscribe, () => isWhole);
  return whole || !isWholeNeeded;
}

function hasWhole(): void {
  isWhole = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language of the page for screen readers, and of the application when it is installed. */
function tellTheBrowser(language: Locale): void {
  document.documentElement.lang = language;
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (manifest) manifest.href = language === 'en' ? '/manifest.webmanifest' : `/manifest.${language}.webmanifest`;
}

/** Makes ready before the first paint, with the texts of one language only, and of these what is needed. */
export async function startLanguage(isWholeNeeded: boolean): Promise<void> {
  const language = wanted();
  isWholeWanted = isWholeNeeded;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await fetched(language) } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
  isWhole = isWholeNeeded;
  tellTheBrowser(language);
}

/** Changes the language of every screen at once; `remember` keeps the choice on this device. */
export async function speak(language: Locale, remember: boolean): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  tellTheBrowser(language);
  if (!remember) return;
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // storage may be forbidden; the choice then lasts as long as the page
  }
}

/** Speaks the language that is chosen in another window of this browser, until the returned function is called. */
export function followOtherWindows(): () => void {
  const follow = ({ key, newValue }: StorageEvent) => {
    if (key === remembered && isLanguage(newValue)) void speak(newValue, false);
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}
