import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuickChoice } from '../../shared/booking/plan';
import type { Span } from '../../shared/time/site-time';
import classes from './DayStrip.module.css';

interface Props {
  choices: { choice: QuickChoice; span: Span }[];
  period: Span;
  onChoose: (span: Span) => void;
}

/** The times that most people want, one press each. */
export function QuickTimes({ choices, period, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={8} wrap="nowrap" className={classes.quick} role="group" aria-label={t('day.quick')}>
      {choices.map(({ choice, span }) => {
        const isChosen = span.start === period.start && span.end === period.end;
        return (
          <Button
            key={choice}
            size="sm"
            px="md"
            radius="xl"
            flex="none"
            variant={isChosen ? 'light' : 'default'}
            aria-pressed={isChosen}
            onClick={() => onChoose(span)}
          >
            {t(`book.quick.${choice}`)}
          </Button>
        );
      })}
    </Group>
  );
}
