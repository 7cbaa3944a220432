import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages, speak } from '../i18n';
import type { Locale } from '../api/views';
import { Icon } from './Icon';

/** Each language under its own name, so that it can be found by whoever reads no other. */
export function LanguageChoice(props: { onChange?: (language: Locale) => void; withLabel?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      label={props.withLabel ? t('profile.language') : undefined}
      aria-label={t('profile.language')}
      size={props.withLabel ? 'md' : 'sm'}
      leftSection={<Icon name="globe" size={18} />}
      value={i18n.language}
      onChange={(event) => {
        const language = event.currentTarget.value;
        if (!isLanguage(language)) return;
        void speak(language, true);
        props.onChange?.(language);
      }}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
    />
  );
}
