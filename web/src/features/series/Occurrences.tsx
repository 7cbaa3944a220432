import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SeriesOccurrence, SeriesWish } from '../../shared/api/views';
import { useSentences } from '../../shared/refusals/sentences';
import { spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import classes from './Occurrences.module.css';

/** What was decided for one date. */
export type Choice = NonNullable<SeriesWish['choices']>[number];

interface Props {
  occurrences: SeriesOccurrence[];
  timeZone: string;
  choices: Choice[];
  onChoose: (choices: Choice[]) => void;
}

const icons: Record<SeriesOccurrence['status'], IconName> = {
  free: 'check',
  clash: 'bolt',
  refused: 'warning',
  skipped: 'close',
};

/** Whether a date has to be decided about before the series can be booked. */
export function isUndecided({ status }: SeriesOccurrence): boolean {
  return status === 'clash' || status === 'refused';
}

/** Every date of a series before it is booked: whether it is free, what could stand in, why it cannot be. */
export function Occurrences({ occurrences, timeZone, choices, onChoose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const choose = (choice: Choice) => onChoose([...choices.filter(({ date }) => date !== choice.date), choice]);
  const takeBack = (date: string) => onChoose(choices.filter((one) => one.date !== date));
  const undecided = occurrences.filter(isUndecided);
  const replaceable = undecided.filter(({ status, substitute }) => status === 'clash' && substitute);

  return (
    <Stack gap="sm">
      {undecided.length > 1 && (
        <Group gap="xs">
          {replaceable.length > 0 && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() =>
                onChoose([
                  ...choices,
                  ...replaceable.map(({ date, substitute }) => ({ date, resourceId: substitute?.resourceId })),
                ])
              }
            >
              {t('series.substituteAll')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChoose([...choices, ...undecided.map(({ date }) => ({ date, skip: true }))])}
          >
            {t('series.skipAll')}
          </Button>
        </Group>
      )}
      <ol className={classes.list}>
        {occurrences.map((one, index) => {
          const chosen = choices.find(({ date }) => date === one.date);
          const name = words.date(one.date);
          return (
            <li key={one.date} className={classes.date} data-status={one.status}>
              <span className={classes.sign}>
                <Icon name={icons[one.status]} size={18} />
              </span>
              <div className={classes.words}>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {one.start && one.end && (
                    <Clocks span={spanOf({ start: one.start, end: one.end })} timeZone={timeZone} />
                  )}{' '}
                  {one.status === 'free' && one.substitute && t('series.insteadIn', { place: one.substitute.name })}
                </Text>
                <Why occurrence={one} before={occurrences[index - 1]} timeZone={timeZone} />
              </div>
              <Group gap={6} className={classes.acts}>
                {one.status !== 'free' && (
                  <Badge
                    variant="light"
                    color={one.status === 'skipped' ? 'gray' : 'yellow'}
                    tt="none"
                    hiddenFrom={one.status === 'skipped' ? undefined : 'xs'}
                  >
                    {t(`series.status.${one.status}`)}
                  </Badge>
                )}
                {chosen ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('series.takeBackOf', { date: name })}
                    onClick={() => takeBack(one.date)}
                  >
                    {t('series.takeBack')}
                  </Button>
                ) : (
                  one.status !== 'skipped' && (
                    <>
                      {one.status === 'clash' && one.substitute && (
                        <Button
                          size="compact-sm"
                          variant="light"
                          onClick={() => choose({ date: one.date, resourceId: one.substitute?.resourceId })}
                        >
                          {t('series.substitute', { place: one.substitute.name })}
                        </Button>
                      )}
                      <Button
                        size="compact-sm"
                        variant={one.status === 'free' ? 'subtle' : 'default'}
                        color={one.status === 'free' ? 'gray' : undefined}
                        aria-label={t('series.skipOf', { date: name })}
                        onClick={() => choose({ date: one.date, skip: true })}
                      >
                        {t('series.skip')}
                      </Button>
                    </>
                  )
                )}
              </Group>
            </li>
          );
        })}
      </ol>
    </Stack>
  );
}

interface WhyProps {
  occurrence: SeriesOccurrence;
  before: SeriesOccurrence | undefined;
  timeZone: string;
}

/** Why a date cannot be booked as it is. What is true of the date before as well is said there. */
function Why({ occurrence, before, timeZone }: WhyProps) {
  const { t } = useTranslation();
  const sentence = useSentences(timeZone);
  const said = ({ refusals }: SeriesOccurrence) =>
    refusals.map((refusal) => {
      const { why, remedy } = sentence(refusal);
      return { code: refusal.code, why, remedy };
    });
  if (occurrence.status === 'clash')
    return <Text size="sm">{occurrence.substitute ? t('series.taken') : t('series.takenNoOther')}</Text>;
  const reasons = said(occurrence);
  if (before && JSON.stringify(said(before)) === JSON.stringify(reasons)) return null;
  return reasons.map(({ code, why, remedy }, index) => (
    <Text key={index} size="sm" data-refusal={code}>
      {why} {remedy}
    </Text>
  ));
}
