import { Button, Checkbox, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import { Failure } from '../../shared/ui/Failure';
import classes from './Assignments.module.css';
import { lawText } from './because';
import { NotMade } from './NotMade';
import { Parts } from './Parts';
import { matchesOf, useAssign } from './reads';
import type { Match } from './reads';

type Kind = 'lead' | 'specialist';

/** The coaches who fit somebody best with the reasons, whom to ask and whom next, and why others are left out. */
export function MatchSheet({ membershipId, onDone }: { membershipId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const matches = useQuery(matchesOf(membershipId));
  const assigning = useAssign();
  const [kind, setKind] = useState<Kind>('lead');
  const [next, setNext] = useState<string[]>([]);
  const [overridden, setOverridden] = useState<string>();
  const [reason, setReason] = useState('');
  if (matches.error) return <Failure error={matches.error} onRetry={() => void matches.refetch()} />;
  if (!matches.data) return <Skeleton h={320} />;
  const { items, excluded } = matches.data;
  const ask = (coachId: string) => {
    const alternates = next.filter((id) => id !== coachId);
    assigning.mutate(
      {
        membershipId,
        coachId,
        kind,
        ...(alternates.length > 0 && { alternates }),
        ...(reason.trim() && { overrideReason: reason.trim() }),
      },
      {
        onSuccess: ({ coach }) => {
          notifications.show({ message: t('assign.asked', { coach: coach.fullName }) });
          onDone();
        },
        onError: (error) => error instanceof Problem && error.refusals.length > 0 && setOverridden(coachId),
      },
    );
  };
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('assign.kind')}
        value={kind}
        onChange={(value) => setKind(value)}
        data={(['lead', 'specialist'] as const).map((value) => ({ value, label: t(`assign.kinds.${value}`) }))}
      />
      {items.length === 0 && <Text>{t('assign.noMatch')}</Text>}
      <Stack component="ol" m={0} p={0} gap="sm">
        {items.map((match) => (
          <li key={match.coachId} className={classes.item}>
            <Candidate
              match={match}
              isNext={next.includes(match.coachId)}
              onNext={(wanted) =>
                setNext(wanted ? [...next, match.coachId] : next.filter((id) => id !== match.coachId))
              }
              isAsking={assigning.isPending && assigning.variables.coachId === match.coachId}
              isBusy={assigning.isPending}
              onAsk={() => ask(match.coachId)}
            />
          </li>
        ))}
      </Stack>
      <NotMade error={assigning.error} />
      {overridden && assigning.error && (
        <Stack gap="xs">
          <Textarea
            label={t('assign.override')}
            description={t('assign.overrideHow')}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button variant="default" disabled={reason.trim().length < 10} onClick={() => ask(overridden)}>
            {t('assign.askAnyway')}
          </Button>
        </Stack>
      )}
      {excluded.length > 0 && (
        <details>
          <summary>{t('assign.excluded', { count: excluded.length })}</summary>
          <Stack component="ul" m={0} mt="xs" p={0} gap={6}>
            {excluded.map(({ coachId, fullName, because }) => (
              <li key={coachId} className={classes.item}>
                <Text fw={550}>{fullName}</Text>
                <Text size="sm" c="dimmed">
                  {because.map((code) => lawText(t, code)).join(' ')}
                </Text>
              </li>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

function Candidate(props: {
  match: Match;
  isNext: boolean;
  onNext: (wanted: boolean) => void;
  isAsking: boolean;
  isBusy: boolean;
  onAsk: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { fullName, score, parts, freePlaces } = props.match;
  const places = new Intl.NumberFormat(i18n.language).format(freePlaces);
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
            {fullName}
          </Text>
          <Text size="sm" c="dimmed">
            {t('assign.free', { places })}
          </Text>
        </div>
        <span className={classes.score}>{t('assign.score', { score })}</span>
      </Group>
      <details>
        <summary>{t('assign.why')}</summary>
        <Parts parts={parts} />
      </details>
      <Group mt="sm" justify="space-between">
        <Checkbox
          size="sm"
          label={t('assign.askNext')}
          checked={props.isNext}
          onChange={(event) => props.onNext(event.currentTarget.checked)}
        />
        <Button
          size="sm"
          loading={props.isAsking}
          disabled={props.isBusy}
          aria-label={t('assign.askNamed', { coach: fullName })}
          onClick={props.onAsk}
        >
          {t('assign.ask')}
        </Button>
      </Group>
    </Paper>
  );
}
