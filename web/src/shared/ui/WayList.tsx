import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { Icon } from './Icon';
import type { IconName } from './Icon';
import classes from './WayList.module.css';

interface Way {
  to: string;
  icon: IconName;
  name: string;
  /** What is meant, in a few words. */
  hint?: string;
}

/** Ways to other screens below one another, in one frame. */
export function WayList({ label, ways }: { label?: string; ways: readonly Way[] }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {ways.map(({ to, icon, name, hint }) => (
        <li key={to}>
          <Link to={to} className={classes.way}>
            <Icon name={icon} size={22} />
            <span>
              <b>{name}</b>
              {hint && (
                <Text span c="dimmed">
                  {hint}
                </Text>
              )}
            </span>
            <Icon name="right" size={18} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
