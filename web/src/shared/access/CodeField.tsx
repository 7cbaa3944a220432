import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Whether it is asked for six digits of the app, a recovery code on paper, or whichever is at hand. */
  of: 'app' | 'paper' | 'either';
  value: string;
  error?: string | undefined;
  autoFocus?: boolean;
  onChange: (typed: string) => void;
}

/** Whether all six digits are there, with or without the space that some apps show among them. */
export function isWholeCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replaceAll(/\s/g, ''));
}

/** A code. It can be pasted, and telephones offer the one they know. */
export function CodeField({ of, value, error, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={of === 'paper' ? t('access.recoveryCode') : t('access.code')}
      description={of === 'either' ? t('access.codeEither') : undefined}
      autoComplete={of === 'paper' ? 'off' : 'one-time-code'}
      inputMode={of === 'app' ? 'numeric' : 'text'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', letterSpacing: of === 'app' ? '0.15em' : undefined } }}
    />
  );
}
