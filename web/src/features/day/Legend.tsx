import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Timeline.module.css';

/** What the pictures of a day mean: free, mine, taken and closed differ by more than colour. */
export function Legend({ ofPlan = false }: { ofPlan?: boolean }) {
  const { t } = useTranslation();
  const signs = [
    { sign: ofPlan ? classes.signFreePlace : classes.signFree, text: t('day.legend.free') },
    { sign: classes.signMine, text: t('day.legend.mine') },
    { sign: classes.signTaken, text: t('day.legend.taken') },
    ...(ofPlan ? [] : [{ sign: classes.signClosed, text: t('day.legend.closed') }]),
  ];
  return (
    <Group gap="md" mb={-4}>
      {signs.map(({ sign, text }) => (
        <Group key={text} gap={6}>
          <span className={`${classes.sign} ${sign ?? ''}`} aria-hidden="true" />
          <Text size="sm">{text}</Text>
        </Group>
      ))}
    </Group>
  );
}
