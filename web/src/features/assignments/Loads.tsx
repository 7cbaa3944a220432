import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Assignments.module.css';
import type { Overview } from './reads';

/** How much of what each coach offers is taken, and how much is asked for. */
export function Loads({ coaches }: { coaches: Overview['coaches'] }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  if (coaches.length === 0) return null;
  return (
    <section aria-labelledby="loads">
      <Title order={2} id="loads" mb="sm">
        {t('assign.loads')}
      </Title>
      <Paper withBorder radius="lg" p="lg">
        <Stack component="ul" m={0} p={0} gap="md">
          {coaches.map(({ coachId, name, status, load, offered, places }) => {
            const whole = Math.max(places, load + offered, 0.5);
            return (
              <li key={coachId} className={classes.item}>
                <Group justify="space-between" gap="xs" mb={4}>
                  <Group gap="xs">
                    <Text fw={550}>{name}</Text>
                    {status === 'away' && (
                      <Badge color="gray" variant="light" tt="none">
                        {t('assign.away')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
                    {t('assign.load', { load: number.format(load), places: number.format(places) })}
                    {offered > 0 && ` · ${t('assign.loadAsked', { offered: number.format(offered) })}`}
                  </Text>
                </Group>
                <div className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${(load / whole) * 100}%` }} />
                  <span className={classes.asked} style={{ width: `${(offered / whole) * 100}%` }} />
                </div>
              </li>
            );
          })}
        </Stack>
      </Paper>
    </section>
  );
}
