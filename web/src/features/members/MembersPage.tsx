import { Anchor, Badge, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sitesRunBy } from '../../shared/api/duties';
import { siteName, siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Membership } from '../../shared/api/views';
import { isStanding, membershipsOf } from '../../shared/membership/reads';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { MembershipBadge } from '../../shared/membership/StatusBadge';
import { useTerm } from '../../shared/membership/term';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { asksFor } from '../../shared/membership/asks';

/** The members of a site: first those who wait for an answer, then all who are here, then those who were. */
export function MembersPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  const site = siteNamed(run, query.get('site')) ?? run[0];
  const memberships = useQuery({ ...membershipsOf(site?.id ?? ''), enabled: site !== undefined });
  const all = memberships.data?.toSorted((a, b) => a.personName.localeCompare(b.personName)) ?? [];
  const groups = [
    { name: 'asking', items: all.filter((one) => isStanding(one) && asksFor(one)) },
    { name: 'standing', items: all.filter((one) => isStanding(one) && !asksFor(one)) },
    { name: 'over', items: all.filter((one) => !isStanding(one)) },
  ] as const;
  return (
    <Page
      title={t('nav.members')}
      below={site && siteName(site)}
      beside={<SiteChoice sites={run} chosen={site} onChange={(slug) => setQuery({ site: slug })} />}
    >
      {memberships.error && <Failure error={memberships.error} onRetry={() => void memberships.refetch()} />}
      {(memberships.isPending || house.isPending) && <Skeleton h={240} />}
      {memberships.data?.length === 0 && <Empty scene="desk" title={t('members.none')} />}
      <Stack gap="xl">
        {groups.map(
          ({ name, items }) =>
            items.length > 0 && (
              <section key={name} aria-labelledby={`group-${name}`}>
                <Title order={2} id={`group-${name}`} mb="sm">
                  {t(`members.${name}`)} ({items.length})
                </Title>
                <Stack gap="xs">
                  {items.map((membership) => (
                    <Card key={membership.id} membership={membership} />
                  ))}
                </Stack>
              </section>
            ),
        )}
      </Stack>
    </Page>
  );
}

function Card({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { id, personName, plan, status } = membership;
  const asked = asksFor(membership);
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={personName}>
      <Group justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={`/members/${id}`} fw={650}>
            {personName}
          </Anchor>
          <Text size="sm" c="dimmed">
            {plan.name} · {term(membership)}
          </Text>
        </div>
        <Group gap="xs">
          {asked && (
            <Badge color="yellow" variant="light" tt="none">
              {t(`members.asks.${asked}`)}
            </Badge>
          )}
          <MembershipBadge status={status} />
        </Group>
      </Group>
    </Paper>
  );
}
