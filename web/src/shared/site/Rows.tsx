import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/Icon';
import classes from './Rows.module.css';

/** A heading with rows below it, and how many there are. */
export function RowSection(props: { title: string; count?: number; beside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div style={{ display: 'flex', alignItems: 'baseline', gap: 8, marginBottom: 8, flexWrap: 'wrap' }}>
        <Title order={2} id={id}>
          {props.title}
        </Title>
        {props.count !== undefined && <Text c="dimmed">{props.count}</Text>}
        <div style={{ marginLeft: 'auto' }}>{props.beside}</div>
      </div>
      {props.children}
    </section>
  );
}

/** Rows under one heading. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

/** One row: a sign, words, what can be done, and below what came of it. */
export function Row(props: {
  icon?: IconName;
  name: string;
  children: ReactNode;
  deeds?: ReactNode;
  below?: ReactNode;
}) {
  return (
    <li className={classes.row} data-row={props.name}>
      {props.icon && (
        <span className={classes.sign}>
          <Icon name={props.icon} size={24} />
        </span>
      )}
      <div className={classes.words}>{props.children}</div>
      {props.deeds && <div className={classes.deeds}>{props.deeds}</div>}
      {props.below && <div className={classes.below}>{props.below}</div>}
    </li>
  );
}
