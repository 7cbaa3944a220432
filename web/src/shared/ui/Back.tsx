import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Icon } from './Icon';

/** The screen from which one comes to another, and its name. */
export interface WayBack {
  to: string;
  label: string;
}

/** The way back from a screen to the one above it. */
export function Back({ to, label }: WayBack) {
  return (
    <Anchor
      component={Link}
      to={to}
      mb="sm"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4, minHeight: 32 }}
    >
      <Icon name="left" size={18} />
      {label}
    </Anchor>
  );
}
