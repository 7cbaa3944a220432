import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minute } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { step, stepsOf } from './plan';

interface Props {
  open: Span[];
  timeZone: string;
  value: Span;
  onChange: (span: Span) => void;
  /** Starts before this instant are not offered. */
  earliest: number;
  size?: 'sm' | 'md';
}

/** From and until, in steps of the grid within the open hours. Changing the start keeps the length where it can. */
export function TimeChoice({ open, timeZone, value, onChange, earliest, size = 'md' }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const steps = stepsOf(open, timeZone);
  const last = steps.at(-1) ?? value.end;
  const options = (instants: number[]) =>
    [...new Set(instants)]
      .toSorted((a, b) => a - b)
      .map((at) => ({ value: String(at), label: words.time(at, timeZone) }));

  function begin(start: number) {
    const end = Math.min(start + (value.end - value.start), last);
    onChange({ start, end: end > start ? end : start + step * minute });
  }

  return (
    <Group grow gap="sm" wrap="nowrap">
      <NativeSelect
        size={size}
        label={t('book.from')}
        data={options([...steps.slice(0, -1).filter((at) => at >= earliest), value.start])}
        value={String(value.start)}
        onChange={(event) => begin(Number(event.currentTarget.value))}
      />
      <NativeSelect
        size={size}
        label={t('book.until')}
        data={options([...steps.filter((at) => at > value.start), value.end])}
        value={String(value.end)}
        onChange={(event) => onChange({ start: value.start, end: Number(event.currentTarget.value) })}
      />
    </Group>
  );
}
