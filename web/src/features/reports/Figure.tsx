import { Paper, SimpleGrid, Text } from '@mantine/core';
import classes from './Reports.module.css';

/** One figure and what it counts. */
export interface FigureProps {
  name: string;
  value: string;
  note?: string;
}

/** The figures that are asked for first, side by side. */
export function FigureRow({ figures }: { figures: FigureProps[] }) {
  return (
    <SimpleGrid component="dl" m={0} cols={{ base: 2, md: 4 }} spacing="sm">
      {figures.map(({ name, value, note }) => (
        <Paper key={name} withBorder radius="lg" p="md" className={classes.figure}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
            {note && <span>{` · ${note}`}</span>}
          </Text>
          <dd className={classes.value}>{value}</dd>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
