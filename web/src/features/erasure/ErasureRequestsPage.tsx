import { Anchor, Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '../../shared/booking/now';
import { useSentences } from '../../shared/refusals/sentences';
import { RowSection } from '../../shared/site/Rows';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { AnswerSheet } from './AnswerSheet';
import { erasureRequests } from './reads';
import type { ErasureRequest } from './reads';
import { WhatStays } from './WhatStays';

/** Who asked to be erased: what is in the way, the answer, and what became of it. */
export function ErasureRequestsPage() {
  const { t } = useTranslation();
  const requests = useQuery(erasureRequests);
  const [answering, setAnswering] = useState<ErasureRequest>();
  const all = requests.data ?? [];
  const groups = [
    { name: 'waiting', items: all.filter(({ answeredAt }) => answeredAt === null) },
    { name: 'ahead', items: all.filter(({ erasesAt }) => erasesAt !== null) },
    { name: 'done', items: all.filter(({ answeredAt, erasesAt }) => answeredAt !== null && erasesAt === null) },
  ] as const;
  return (
    <Page title={t('erasure.title')} below={t('erasure.below')}>
      <Stack gap="xl" maw={760}>
        {requests.error && <Failure error={requests.error} onRetry={() => void requests.refetch()} />}
        {requests.isPending && <Skeleton h={240} />}
        {requests.data && groups[0].items.length === 0 && (
          <Empty scene="desk" title={t('erasure.none')} text={t('erasure.noneText')} />
        )}
        {groups.map(
          ({ name, items }) =>
            items.length > 0 && (
              <RowSection key={name} title={t(`erasure.group.${name}`)} count={items.length}>
                <Stack gap="sm">
                  {items.map((request) => (
                    <Card key={request.id} request={request} onAnswer={() => setAnswering(request)} />
                  ))}
                </Stack>
              </RowSection>
            ),
        )}
        <WhatStays />
      </Stack>
      <Sheet
        opened={answering !== undefined}
        onClose={() => setAnswering(undefined)}
        title={t('erasure.answerTo', { name: answering?.personName ?? '' })}
      >
        {answering && <AnswerSheet request={answering} onDone={() => setAnswering(undefined)} />}
      </Sheet>
    </Page>
  );
}

function Card({ request, onAnswer }: { request: ErasureRequest; onAnswer: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const zone = viewerZone();
  const { personName, email, requestedAt, dueOn, outcome, answeredAt, answer, erasesAt, erasedAt } = request;
  const date = (instant: string) => words.fullDate(localDate(Date.parse(instant), zone));
  const name = erasedAt ? t('erasure.gone') : personName;
  const isLate = answeredAt === null && dueOn < localDate(now, zone);
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={name}>
      <Group justify="space-between" align="flex-start">
        <div style={{ minWidth: 0, flex: '1 1 16rem' }}>
          <Group gap="xs">
            <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            {isLate && (
              <Badge color="red" variant="light" tt="none">
                {t('erasure.late')}
              </Badge>
            )}
            {outcome && (
              <Badge color={outcome === 'granted' ? 'palm' : 'gray'} variant="light" tt="none">
                {t(`erasure.outcome.${outcome}`)}
              </Badge>
            )}
          </Group>
          {email && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {email}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {[
              t('erasure.askedOn', { date: date(requestedAt) }),
              answeredAt === null && t('erasure.dueOn', { date: words.fullDate(dueOn) }),
              answeredAt !== null && t('erasure.answeredOn', { date: date(answeredAt) }),
              erasesAt &&
                t('erasure.erasesFrom', { date: date(erasesAt), time: words.time(Date.parse(erasesAt), zone) }),
              erasedAt && t('erasure.erasedOn', { date: date(erasedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {outcome === 'refused' && answer && <Text mt={4}>{answer}</Text>}
        </div>
        {answeredAt === null && (
          <Button size="sm" variant="light" onClick={onAnswer} aria-label={`${t('erasure.answer')}: ${personName}`}>
            {t('erasure.answer')}
          </Button>
        )}
      </Group>
      <Hindrances request={request} />
    </Paper>
  );
}

/** What has to end first, with the ways to end it. */
function Hindrances({ request: { hindrances, membershipIds } }: { request: ErasureRequest }) {
  const { t } = useTranslation();
  const sentence = useSentences(viewerZone());
  if (hindrances.length === 0) return null;
  return (
    <Stack gap={4} mt="sm" align="flex-start">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Icon name="warning" size={20} />
        <Text>{hindrances.map((refusal) => sentence(refusal).why).join(' ')}</Text>
      </Group>
      {membershipIds.map((id) => (
        <Anchor key={id} component={Link} to={`/members/${id}`} size="sm">
          {t('erasure.toMembership')}
        </Anchor>
      ))}
    </Stack>
  );
}
