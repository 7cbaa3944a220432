import { Chip, Group, Text } from '@mantine/core';
import { useId } from 'react';

interface Props {
  label: string;
  description?: string;
  value: string[];
  onChange: (value: string[]) => void;
  data: { value: string; label: string }[];
}

/** Any number of a few things, each one press. */
export function Choices({ label, description, value, onChange, data }: Props) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Text id={id} fw={600} mb={description ? 0 : 6}>
        {label}
      </Text>
      {description && (
        <Text size="sm" c="dimmed" mb={6}>
          {description}
        </Text>
      )}
      <Chip.Group multiple value={value} onChange={onChange}>
        <Group gap={8}>
          {data.map((one) => (
            <Chip key={one.value} value={one.value} size="md" variant="outline">
              {one.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}
