import { useTranslation } from 'react-i18next';
import type { Topic } from './views';

/** The name of a topic of coaching in the language of the screen. */
export function useTopicName(): (topic: string) => string {
  const { t } = useTranslation();
  return (topic) => t(`topics.${topic as Topic}`);
}

/** The name of a language, by its code of two letters, in the language of the screen. */
export function useLanguageName(): (code: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (code) => names.of(code) ?? code;
}
