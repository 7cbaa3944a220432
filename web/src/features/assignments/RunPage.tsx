import { Alert, Badge, Button, Group, Loader, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { coachesOf } from '../../shared/coaching/reads';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import classes from './Assignments.module.css';
import { lawText } from './because';
import { NotMade } from './NotMade';
import { Parts } from './Parts';
import { isComputing, runOf, useChangeProposal, useFinishRun } from './reads';
import type { Proposal, Run } from './reads';

/** One matching run: how far it is, its draft to be looked at and changed, and what became of it. */
export function RunPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const run = useQuery(runOf(id));
  return (
    <Page
      back={{ to: '/assignments', label: t('assign.back') }}
      title={t('assign.run.title')}
      beside={
        run.data && (
          <Badge variant="light" tt="none" color={run.data.status === 'failed' ? 'red' : 'palm'}>
            {t(`assign.run.status.${run.data.status}`)}
          </Badge>
        )
      }
    >
      <Stack gap="lg" maw={900}>
        {run.error && <Failure error={run.error} onRetry={() => void run.refetch()} />}
        {run.isPending && <Skeleton h={240} />}
        {run.data && isComputing(run.data) && (
          <Group role="status" gap="sm">
            <Loader size="sm" aria-hidden />
            <Text>{t('assign.run.computing')}</Text>
          </Group>
        )}
        {run.data?.status === 'failed' && <Empty scene="lost" title={t('assign.run.failed')} />}
        {run.data?.result && <Draft run={run.data} />}
      </Stack>
    </Page>
  );
}

function Draft({ run }: { run: Run }) {
  const { t } = useTranslation();
  const finishing = useFinishRun(run);
  const [changing, setChanging] = useState<Proposal>();
  const { result, proposals } = run;
  if (!result) return null;
  const isDraft = run.status === 'draft';
  const names = new Map<string, string>();
  for (const { membershipId, entrepreneur, coach, alternates } of proposals) {
    names.set(membershipId, entrepreneur.fullName);
    for (const one of [coach, ...alternates]) if (one) names.set(one.id, one.fullName);
  }
  const matched = proposals.filter(({ coach }) => coach !== null);
  const alone = proposals.filter(({ coach }) => coach === null);
  const failed = proposals.filter(({ refusals }) => refusals.length > 0);
  const finish = (how: 'publish' | 'discard') =>
    finishing.mutate(how, { onSuccess: () => notifications.show({ message: t(`assign.run.finished.${how}`) }) });
  return (
    <>
      <Text>
        {t('assign.run.served', { served: matched.length, all: proposals.length })}{' '}
        {result.worst !== null && t('assign.run.worst', { score: result.worst })}
      </Text>
      {isDraft && (
        <Paper withBorder radius="lg" p="lg">
          <Text mb="sm">{t('assign.run.draftText')}</Text>
          <NotMade error={finishing.error} />
          <Group gap="sm" mt="xs">
            <Button
              loading={finishing.isPending && finishing.variables === 'publish'}
              disabled={finishing.isPending || matched.length === 0}
              onClick={() => finish('publish')}
            >
              {t('assign.run.publish', { count: matched.length })}
            </Button>
            <Button variant="default" disabled={finishing.isPending} onClick={() => finish('discard')}>
              {t('assign.run.discard')}
            </Button>
          </Group>
        </Paper>
      )}
      {run.status === 'published' && failed.length > 0 && (
        <Alert color="yellow" icon={<Icon name="warning" />} title={t('assign.run.notDone')}>
          {failed.map(({ membershipId, entrepreneur, refusals }) => (
            <Text key={membershipId}>
              {entrepreneur.fullName}: {refusals.map((code) => lawText(t, code)).join(' ')}
            </Text>
          ))}
        </Alert>
      )}
      <Stack gap="sm">
        {[...alone, ...matched].map((proposal) => (
          <ProposalCard
            key={proposal.membershipId}
            proposal={proposal}
            floor={run.floor}
            onChange={isDraft ? () => setChanging(proposal) : undefined}
          />
        ))}
      </Stack>
      <Pairs title={t('assign.run.blocking')} text={t('assign.run.blockingMeans')}>
        {result.blocking.slice(0, 10).map(({ membershipId, coachId, score }) => (
          <Text key={`${membershipId} ${coachId}`}>
            {t('assign.run.pair', {
              founder: names.get(membershipId) ?? '–',
              coach: names.get(coachId) ?? '–',
              score,
            })}
          </Text>
        ))}
      </Pairs>
      <Pairs title={t('assign.run.unmet')}>
        {[...result.unmetWishes, ...result.infeasible].map(({ membershipId, coachId, because }) => (
          <Text key={`${membershipId} ${coachId}`}>
            {names.get(membershipId) ?? '–'} – {names.get(coachId) ?? '–'}:{' '}
            {because.map((code) => lawText(t, code)).join(' ')}
          </Text>
        ))}
      </Pairs>
      <Sheet
        opened={changing !== undefined}
        onClose={() => setChanging(undefined)}
        title={t('assign.coachFor', { name: changing?.entrepreneur.fullName ?? '' })}
      >
        {changing && <ChangeProposal run={run} proposal={changing} onDone={() => setChanging(undefined)} />}
      </Sheet>
    </>
  );
}

function Pairs({ title, text, children }: { title: string; text?: string; children: React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
      {children}
    </section>
  );
}

function ProposalCard(props: { proposal: Proposal; floor: number; onChange: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { entrepreneur, coach, score, parts, because, alternates, fixed, edited } = props.proposal;
  return (
    <Paper withBorder radius="lg" p="md" component="article" aria-label={entrepreneur.fullName}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={650}>{entrepreneur.fullName}</Text>
          <Text>
            {coach
              ? t('assign.with', { coach: coach.fullName })
              : because.map((code) => lawText(t, code)).join(' ') || t('assign.run.nobody')}
          </Text>
          {alternates.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('assign.run.next', { names: alternates.map(({ fullName }) => fullName).join(', ') })}
            </Text>
          )}
          <Group gap="xs" mt={4}>
            {fixed && (
              <Badge variant="light" tt="none">
                {t('assign.run.fixed')}
              </Badge>
            )}
            {edited && (
              <Badge variant="light" tt="none">
                {t('assign.run.edited')}
              </Badge>
            )}
            {score !== null && score < props.floor && (
              <Badge variant="light" color="yellow" tt="none">
                {t('assign.run.below')}
              </Badge>
            )}
          </Group>
        </div>
        {score !== null && <span className={classes.score}>{t('assign.score', { score })}</span>}
      </Group>
      <Group justify="space-between" mt="xs" align="flex-start">
        {parts.length > 0 ? (
          <details style={{ flex: '1 1 14rem' }}>
            <summary>{t('assign.why')}</summary>
            <Parts parts={parts} />
          </details>
        ) : (
          <span />
        )}
        {props.onChange && (
          <Button
            size="sm"
            variant="default"
            onClick={props.onChange}
            aria-label={t('assign.changeNamed', { name: entrepreneur.fullName })}
          >
            {t('assign.change')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function ChangeProposal({ run, proposal, onDone }: { run: Run; proposal: Proposal; onDone: () => void }) {
  const { t } = useTranslation();
  const coaches = useQuery(coachesOf(run.siteId));
  const changing = useChangeProposal(run);
  const [coachId, setCoachId] = useState(proposal.coach?.id ?? '');
  return (
    <Stack>
      <NativeSelect
        label={t('assign.run.coach')}
        value={coachId}
        onChange={(event) => setCoachId(event.currentTarget.value)}
        data={[
          { value: '', label: t('assign.run.leaveOut') },
          ...(coaches.data ?? []).map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      <NotMade error={changing.error} />
      <Button
        loading={changing.isPending}
        disabled={coachId === (proposal.coach?.id ?? '')}
        onClick={() =>
          changing.mutate({ membershipId: proposal.membershipId, coachId: coachId || null }, { onSuccess: onDone })
        }
      >
        {t('action.save')}
      </Button>
    </Stack>
  );
}
