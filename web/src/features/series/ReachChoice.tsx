import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reach } from './reads';

/** Which dates are meant: this one, this and the following ones, or all that are ahead. */
export function ReachChoice({ value, onChange }: { value: Reach; onChange: (reach: Reach) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('series.which')} value={value} onChange={onChange} styles={{ label: { marginBottom: 6 } }}>
      <Stack gap={8}>
        {(['only', 'from', 'all'] as const).map((reach) => (
          <Radio key={reach} value={reach} label={t(`series.reach.${reach}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
