import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sameClock, viewerZone } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';

/** A period on the clock of its place and, where the viewer's clock shows something else, on that one too. */
export function Clocks({ span, timeZone }: { span: Span; timeZone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const mine = viewerZone();
  const there = words.span(span, timeZone);
  if (sameClock(span.start, timeZone, mine)) return <span style={{ whiteSpace: 'nowrap' }}>{there}</span>;
  return (
    <>
      {t('time.there', { span: there, place: words.zone(timeZone) })}{' '}
      <Text component="span" inherit c="dimmed" fw={400}>
        {t('time.here', { span: words.span(span, mine), place: words.zone(mine) })}
      </Text>
    </>
  );
}
