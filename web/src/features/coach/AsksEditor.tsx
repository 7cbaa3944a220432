import { NativeSelect, SimpleGrid, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import type { Asks } from './hours';

const day = 24 * 60;
const notices = [0, 60, 120, 240, 720, day, 2 * day, 3 * day, 7 * day];
const buffers = [0, 5, 10, 15, 30, 45, 60];
const longest = [60, 120, 180, 240, 300, 360, 420, 480];

/** What a booking is asked beside the hours: notice, a breath after it, and how much one day takes. */
export function AsksEditor({ draft, onChange }: { draft: Asks; onChange: (asks: Partial<Asks>) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const say = (minutes: number) => {
    if (minutes === 0) return t('coach.asks.none');
    return minutes % day === 0 ? t('coach.asks.days', { count: minutes / day }) : words.length(minutes);
  };
  const choices = (usual: number[], now: number) =>
    [...new Set([...usual, now])].toSorted((a, b) => a - b).map((each) => ({ value: String(each), label: say(each) }));
  return (
    <section aria-labelledby="asks">
      <Title order={2} id="asks" mb="sm">
        {t('coach.asks.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 3 }} style={{ alignItems: 'end' }}>
        <NativeSelect
          label={t('coach.asks.notice')}
          value={String(draft.minimumNoticeMinutes)}
          onChange={(event) => onChange({ minimumNoticeMinutes: Number(event.currentTarget.value) })}
          data={choices(notices, draft.minimumNoticeMinutes)}
        />
        <NativeSelect
          label={t('coach.asks.buffer')}
          value={String(draft.bufferMinutes)}
          onChange={(event) => onChange({ bufferMinutes: Number(event.currentTarget.value) })}
          data={choices(buffers, draft.bufferMinutes)}
        />
        <NativeSelect
          label={t('coach.asks.longest')}
          value={String(draft.longestDayMinutes)}
          onChange={(event) => onChange({ longestDayMinutes: Number(event.currentTarget.value) })}
          data={choices(longest, draft.longestDayMinutes)}
        />
      </SimpleGrid>
    </section>
  );
}
