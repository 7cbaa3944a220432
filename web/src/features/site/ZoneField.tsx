import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** The zones that the browser knows by name. */
const zones = Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />);

/** Asks for a time zone; the browser proposes those that it knows while one types. */
export function ZoneField(props: { value: string; error?: string | undefined; onChange: (zone: string) => void }) {
  const { t } = useTranslation();
  const list = useId();
  return (
    <>
      <TextInput
        required
        label={t('site.zone.name')}
        description={t('site.zone.example')}
        list={list}
        value={props.value}
        error={props.value && !isZone(props.value) ? t('site.zone.unknown') : props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id={list}>{zones}</datalist>
    </>
  );
}

/** Whether a clock can be set to this: a continent and a city, or UTC. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}
