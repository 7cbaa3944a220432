import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Scene } from './Scene';
import type { SceneName } from './Scene';

/** What stands where a list would be: what this means, and the way on. */
export function Empty(props: { scene: SceneName; title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Scene name={props.scene} />
      <Title order={2} mt="xs">
        {props.title}
      </Title>
      {props.text && (
        <Text c="dimmed" maw={420}>
          {props.text}
        </Text>
      )}
      {props.children}
    </Stack>
  );
}
