import { ActionIcon, Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '../../shared/coaching/names';
import { Icon } from '../../shared/ui/Icon';
import { languageLevels, usualLanguages } from './profile-form';
import type { LanguageLevel, ProfileValues } from './profile-form';

interface Props {
  value: ProfileValues['languages'];
  onChange: (value: ProfileValues['languages']) => void;
}

/** The languages one coaches in, each with how well one speaks it. */
export function LanguageLines({ value, onChange }: Props) {
  const { t } = useTranslation();
  const name = useLanguageName();
  const free = usualLanguages.filter((code) => !value.some((one) => one.code === code));
  return (
    <section aria-labelledby="languages">
      <Title order={2} id="languages" mb="sm">
        {t('coach.languages.title')}
      </Title>
      <Stack gap={6} align="flex-start">
        {value.map(({ code, level }) => (
          <Group key={code} gap={6} w="100%" maw={380}>
            <NativeSelect
              flex="4 1 8.5rem"
              miw={0}
              aria-label={t('coach.languages.which')}
              value={code}
              onChange={(event) => {
                const other = event.currentTarget.value;
                onChange(value.map((one) => (one.code === code ? { ...one, code: other } : one)));
              }}
              data={[code, ...free].map((one) => ({ value: one, label: name(one) }))}
            />
            <NativeSelect
              flex="3 1 7rem"
              miw={0}
              aria-label={t('coach.languages.level', { language: name(code) })}
              value={level}
              onChange={(event) => {
                const better = event.currentTarget.value as LanguageLevel;
                onChange(value.map((one) => (one.code === code ? { ...one, level: better } : one)));
              }}
              data={languageLevels.map((one) => ({
                value: one,
                label: one === 'native' ? t('coach.languages.native') : one,
              }))}
            />
            <ActionIcon
              variant="subtle"
              size={42}
              aria-label={t('coach.languages.remove', { language: name(code) })}
              onClick={() => onChange(value.filter((one) => one.code !== code))}
            >
              <Icon name="close" />
            </ActionIcon>
          </Group>
        ))}
        {free[0] && value.length < 12 && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => onChange([...value, { code: free[0] ?? 'en', level: 'B2' }])}
          >
            {t('coach.languages.add')}
          </Button>
        )}
      </Stack>
    </section>
  );
}
