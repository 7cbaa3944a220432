import { Alert, Button, Grid, Group, NativeSelect, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ownSite, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Venture } from '../../shared/coaching/views';
import { isStanding, myMemberships } from '../../shared/membership/reads';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { CompanyFacts } from './CompanyFacts';
import { MilestoneList } from './MilestoneList';
import { myVentures } from './reads';
import { StagePath } from './StagePath';
import { Team } from './Team';
import { VentureForm } from './VentureForm';

/** One's venture on its way: the stages, what is to be reached by when, the company, the team. */
export function MilestonesPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const ventures = useQuery(myVentures(person.id));
  const [isBeginning, beginning] = useDisclosure();
  const memberships = useQuery(myMemberships(person.id));
  const house = useQuery(sites);
  const running = memberships.data?.find((one) => isStanding(one));
  const siteId = running?.siteId ?? ownSite(person, house.data ?? [])?.id;
  const venture = ventures.data?.find(({ id }) => id === query.get('venture')) ?? ventures.data?.[0];
  return (
    <Page
      title={t('milestones.title')}
      beside={
        ventures.data &&
        ventures.data.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={t('milestones.which')}
            value={venture?.id}
            onChange={(event) => setQuery({ venture: event.currentTarget.value }, { replace: true })}
            data={ventures.data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )
      }
    >
      {ventures.error && !ventures.data && <Failure error={ventures.error} onRetry={() => void ventures.refetch()} />}
      {ventures.isPending && <Skeleton h={300} aria-hidden />}
      {ventures.data && !venture && (
        <Empty scene="desk" title={t('milestones.none')} text={t('milestones.noneText')}>
          {siteId && (
            <Button mt="sm" onClick={beginning.open}>
              {t('milestones.begin')}
            </Button>
          )}
        </Empty>
      )}
      {venture && <One key={venture.id} venture={venture} />}
      {siteId && (
        <Sheet opened={isBeginning} onClose={beginning.close} title={t('milestones.begin')}>
          <VentureForm siteId={siteId} onClose={beginning.close} />
        </Sheet>
      )}
    </Page>
  );
}

function One({ venture }: { venture: Venture }) {
  const { t } = useTranslation();
  const [isChanging, changing] = useDisclosure();
  const isStopped = venture.status === 'stopped';
  return (
    <Stack gap="xl">
      <Paper withBorder radius="lg" p="lg">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
            <Text fw={650} fz="xl" style={{ overflowWrap: 'anywhere' }}>
              {venture.name}
            </Text>
            <Text>{venture.sentence}</Text>
            <Text size="sm" c="dimmed" mt={4}>
              {t(`milestones.grant.${venture.startUpGrant}`)}
            </Text>
          </div>
          <Button variant="default" size="sm" onClick={changing.open}>
            {t('milestones.change')}
          </Button>
        </Group>
      </Paper>
      {isStopped && <Alert color="gray">{t('milestones.stopped')}</Alert>}
      {venture.warnings.some(({ code }) => code === 'start_up_grant') && (
        <Alert color="yellow" icon={<Icon name="warning" />} title={t('milestones.grantWarning')}>
          {venture.startUpGrant === 'waiting' ? t('milestones.grantWaits') : t('milestones.grantUnknown')}
        </Alert>
      )}
      <StagePath venture={venture} mayPropose={!isStopped} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <MilestoneList venture={venture} mayChange={!isStopped} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            <Team venture={venture} mayChange={!isStopped} />
            <CompanyFacts venture={venture} mayChange={!isStopped} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Sheet opened={isChanging} onClose={changing.close} title={t('milestones.changeTitle')}>
        <VentureForm venture={venture} siteId={venture.siteId} onClose={changing.close} />
      </Sheet>
    </Stack>
  );
}
