import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../shared/ui/Failure';
import { LanguageChoice } from '../../shared/ui/LanguageChoice';
import { Card } from './Card';
import { useProfile } from './use-profile';

/** The language of screens and letters, and light or dark on this device. */
export function Look() {
  const { t } = useTranslation();
  const changing = useProfile();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = useId();
  return (
    <Card title={t('settings.look')}>
      <Stack>
        {changing.error && <Failure error={changing.error} />}
        <LanguageChoice withLabel onChange={(locale) => changing.mutate({ changes: { locale } })} />
        <div>
          <Text id={label} fw={500} size="sm" mb={4}>
            {t('settings.lookMode')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={label}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
            data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
          />
        </div>
      </Stack>
    </Card>
  );
}
