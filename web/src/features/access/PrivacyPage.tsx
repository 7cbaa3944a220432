import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/ui/Page';

/** What is kept of a person, why, and for how long: in plain words. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const parts = [
    { title: t('privacy.keptTitle'), text: t('privacy.kept') },
    { title: t('privacy.whyTitle'), text: t('privacy.why') },
    { title: t('privacy.whoTitle'), text: t('privacy.who') },
    { title: t('privacy.longTitle'), text: t('privacy.long') },
    { title: t('privacy.rightsTitle'), text: t('privacy.rights') },
  ];
  return (
    <Page title={t('privacy.title')}>
      <Stack maw={640} gap="lg">
        {parts.map(({ title, text }) => (
          <section key={title}>
            <Title order={2} mb={4}>
              {title}
            </Title>
            <Text>{text}</Text>
          </section>
        ))}
      </Stack>
    </Page>
  );
}
