import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import classes from './Week.module.css';
import { weekdays } from './week';
import type { OpeningSpan } from './week';
import { dateOfWeekday } from './weekday';

interface Props {
  week: OpeningSpan[];
  onChange: (week: OpeningSpan[]) => void;
}

/** A week to be written: as many spans for each day as one likes, none for a day that is closed. */
export function WeekFields({ week, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const replace = (old: OpeningSpan, next: OpeningSpan | undefined) =>
    onChange(week.flatMap((one) => (one === old ? (next ?? []) : one)));
  return (
    <ul className={classes.fields}>
      {weekdays.map((weekday) => {
        const day = words.longWeekday(dateOfWeekday(weekday));
        const spans = week.filter((span) => span.weekday === weekday);
        const last = spans.at(-1);
        return (
          <li key={weekday} className={classes.field} data-weekday={weekday}>
            <span className={classes.name}>{day}</span>
            <div className={classes.spans}>
              {spans.length === 0 && (
                <Text c="dimmed" pt={6}>
                  {t('site.hours.closed')}
                </Text>
              )}
              {spans.map((span, index) => (
                <div key={index} className={classes.span}>
                  {(['opens', 'closes'] as const).map((end) => (
                    <TextInput
                      key={end}
                      type="time"
                      size="sm"
                      aria-label={t(`site.hours.${end}`, { day })}
                      // A field for times knows no 24:00; the end of the day stands as its last minute.
                      value={span[end] === '24:00' ? '23:59' : span[end]}
                      onChange={(event) => {
                        const time = event.currentTarget.value;
                        replace(span, { ...span, [end]: end === 'closes' && time === '23:59' ? '24:00' : time });
                      }}
                    />
                  ))}
                  <ActionIcon
                    variant="subtle"
                    size={36}
                    aria-label={t('site.hours.remove', { day, span: `${span.opens}–${span.closes}` })}
                    onClick={() => replace(span, undefined)}
                  >
                    <Icon name="close" />
                  </ActionIcon>
                </div>
              ))}
              <Button
                size="xs"
                variant="subtle"
                leftSection={<Icon name="plus" size={16} />}
                aria-label={t('site.hours.addFor', { day })}
                onClick={() =>
                  onChange([
                    ...week,
                    last ? { weekday, opens: '', closes: '' } : { weekday, opens: '08:00', closes: '20:00' },
                  ])
                }
              >
                {t('site.hours.add')}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
