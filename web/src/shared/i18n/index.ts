import i18next from 'i18next';
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

const texts: Record<Locale, () => Promise<{ default: object }>> = {
  fi: () => import('./locales/fi'),
  sv: () => import('./locales/sv'),
  en: () => import('./locales/en'),
  ru: () => import('./locales/ru'),
};

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

async function load(language: Locale): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', (await texts[language]()).default);
}

/** The language of the page for screen readers, and of the application when it is installed. */
function tellTheBrowser(language: Locale): void {
  document.documentElement.lang = language;
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (manifest) manifest.href = language === 'en' ? '/manifest.webmanifest' : `/manifest.${language}.webmanifest`;
}

/** Makes ready before the first paint, with the texts of one language only. */
export async function startLanguage(): Promise<void> {
  const language = wanted();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: (await texts[language]()).default } },
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false },
  });
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
