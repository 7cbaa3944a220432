import { Group, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { Back } from './Back';
import type { WayBack } from './Back';

let shown: string | undefined;

/**
 * A screen with its name: in the window's title and as its heading, which receives the focus when somebody arrives
 * from another screen, so that a screen reader says where they are.
 */
export function Page(props: {
  title: string;
  below?: ReactNode;
  beside?: ReactNode;
  back?: WayBack;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrival = useNavigationType();

  useEffect(() => {
    if (shown !== undefined && shown !== pathname) {
      heading.current?.focus({ preventScroll: true });
      if (arrival !== NavigationType.Pop) window.scrollTo(0, 0);
    }
    shown = pathname;
  }, [pathname, arrival]);

  return (
    <>
      <title>{`${props.title} · Business Oasis`}</title>
      {props.back && <Back {...props.back} />}
      <Group justify="space-between" align="flex-end" gap="sm" mb="lg">
        <div style={{ minWidth: 0 }}>
          <Title order={1} ref={heading} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
            {props.title}
          </Title>
          {props.below && (
            <Text component="div" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {props.below}
            </Text>
          )}
        </div>
        {props.beside}
      </Group>
      {props.children}
    </>
  );
}
