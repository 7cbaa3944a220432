import { NativeSelect } from '@mantine/core';
import { useWords } from '../../shared/time/words';

/** Every quarter of a day, as `HH:mm`: 24 hours in every language, whatever the browser's own habit. */
const quarters = Array.from({ length: 96 }, (_, index) => {
  const [hours, minutes] = [Math.floor(index / 4), (index % 4) * 15];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
});

interface Props {
  label: string;
  value: string;
  error?: string;
  onChange: (time: string) => void;
}

/** A time of day in steps of a quarter of an hour; one that is between them stays as it is. */
export function TimeOfDay({ label, value, error, onChange }: Props) {
  const words = useWords();
  const times = [...new Set([...(value === '' ? [''] : []), ...quarters, value])].toSorted();
  return (
    <NativeSelect
      w={108}
      aria-label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={times.map((time) => ({ value: time, label: time ? words.clock(time) : '–' }))}
    />
  );
}
