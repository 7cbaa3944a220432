import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Reports.module.css';

/** A line: its name, its figures, and how long its bar is. */
export interface BarLine {
  key: string;
  name: string;
  below?: string;
  figures: string[];
  /** From 0 to 1; null draws none. */
  share: number | null;
}

/** A table in which each line draws its own bar, so that picture and figures are one. */
export function BarTable(props: {
  title: string;
  first: string;
  columns: string[];
  lines: BarLine[];
  /** What is said below the lines, or in their place. */
  below?: string | undefined;
}) {
  const { t } = useTranslation();
  if (props.lines.length === 0) {
    return (
      <Paper withBorder radius="lg" p="lg">
        <Text fw={650}>{props.title}</Text>
        <Text c="dimmed">{props.below ?? t('reports.nothing')}</Text>
      </Paper>
    );
  }
  return (
    <Paper withBorder radius="lg" p="lg">
      <table className={classes.table}>
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map(({ key, name, below, figures, share }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {below && (
                  <Text component="span" size="sm" c="dimmed" display="block">
                    {below}
                  </Text>
                )}
                {share !== null && (
                  <span className={classes.bar} aria-hidden="true">
                    <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
                  </span>
                )}
              </th>
              {figures.map((figure, index) => (
                <td key={props.columns[index]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.below && (
        <Text size="sm" c="dimmed" mt="sm">
          {props.below}
        </Text>
      )}
    </Paper>
  );
}

/** How long the bar of a figure is beside the longest. */
export function shareOf(value: number | null, all: readonly (number | null)[]): number | null {
  const longest = Math.max(0, ...all.map((one) => one ?? 0));
  return value === null || longest === 0 ? null : value / longest;
}
