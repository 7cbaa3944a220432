import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership, PinnedDocument } from '../api/views';
import { localDate, viewerZone } from '../time/site-time';
import { useWords } from '../time/words';
import { Failure } from '../ui/Failure';
import { Sheet } from '../ui/Sheet';
import { documentOf } from './reads';

/** The agreement and the house rules that a membership is bound to, to be read. */
export function Documents({ membership }: { membership: Pick<Membership, 'agreement' | 'houseRules'> }) {
  const { t } = useTranslation();
  const words = useWords();
  const [read, setRead] = useState<PinnedDocument>();
  const acceptedAt = membership.agreement.acceptedAt;
  return (
    <div>
      <Group gap="sm">
        <Button variant="light" size="sm" onClick={() => setRead(membership.agreement)}>
          {t('membership.readAgreement')}
        </Button>
        <Button variant="light" size="sm" onClick={() => setRead(membership.houseRules)}>
          {t('membership.readRules')}
        </Button>
      </Group>
      {acceptedAt && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('membership.acceptedOn', { date: words.fullDate(localDate(Date.parse(acceptedAt), viewerZone())) })}
        </Text>
      )}
      <Sheet
        opened={read !== undefined}
        onClose={() => setRead(undefined)}
        title={read?.id === membership.houseRules.id ? t('membership.houseRules') : t('membership.agreement')}
      >
        {read && <Paragraphs id={read.id} />}
      </Sheet>
    </div>
  );
}

function Paragraphs({ id }: { id: string }) {
  const document = useQuery(documentOf(id));
  if (document.error) return <Failure error={document.error} onRetry={() => void document.refetch()} />;
  if (!document.data) return <Skeleton h={200} />;
  return (
    <Stack gap="sm" lang={document.data.locale}>
      {document.data.body.split(/\n\s*\n/).map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
    </Stack>
  );
}
