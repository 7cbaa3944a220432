import { Paper, Text, Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';

/** One thing that can be settled: its name, what it means, and how. */
export function Card({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading} withBorder radius="lg" p="lg">
      <Title order={2} size="h3" id={heading} mb={text ? 4 : 'sm'}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" mb="md">
          {text}
        </Text>
      )}
      {children}
    </Paper>
  );
}
