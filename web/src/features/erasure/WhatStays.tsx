import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const gone = ['account', 'messages', 'applications', 'notes', 'bookings'] as const;
const kept = ['numbers', 'agreements', 'aid', 'trail'] as const;

/** What erasing a person takes away, and what it leaves without the name, each with the reason. */
export function WhatStays() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="what-stays">
      <Title order={2} id="what-stays" mb="sm">
        {t('erasure.means')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Paper withBorder radius="lg" p="md">
          <Title order={3} size="h4">
            {t('erasure.goneTitle')}
          </Title>
          <ul style={{ margin: '0.5rem 0 0', paddingInlineStart: '1.2rem' }}>
            {gone.map((one) => (
              <li key={one}>{t(`erasure.deleted.${one}`)}</li>
            ))}
          </ul>
        </Paper>
        <Paper withBorder radius="lg" p="md">
          <Title order={3} size="h4">
            {t('erasure.keptTitle')}
          </Title>
          <dl style={{ margin: '0.5rem 0 0' }}>
            {kept.map((one) => (
              <div key={one} style={{ marginBottom: '0.5rem' }}>
                <dt style={{ fontWeight: 550 }}>{t(`erasure.kept.${one}`)}</dt>
                <Text component="dd" size="sm" c="dimmed" m={0}>
                  {t(`erasure.why.${one}`)}
                </Text>
              </div>
            ))}
          </dl>
        </Paper>
      </SimpleGrid>
    </section>
  );
}
