import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LostFactor } from '../../shared/access/LostFactor';
import type { Holder } from '../../shared/access/LostFactor';
import { administers, sitesRunBy } from '../../shared/api/duties';
import { siteName, siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { GiveRole } from './GiveRole';
import { NotGiven } from './NotGiven';
import { OtherPeople } from './OtherPeople';
import { grantsOf, useRevoke } from './reads';
import type { Grant, Role } from './reads';

/** Those who work come first, then those who are here because of a membership. */
const order = ['administrator', 'manager', 'coach', 'observer', 'entrepreneur'] as const satisfies readonly Role[];
/** What a manager may give and take at the own site. */
const givenByManagers: readonly Role[] = ['coach', 'observer', 'entrepreneur'];

/** Who holds which role at a site; roles are given and taken back here. */
export function RolesPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  const site = siteNamed(run, query.get('site')) ?? run[0];
  // Administrators see the roles of the whole house beside those of the site.
  const grants = useQuery({
    ...grantsOf(administers(person) ? undefined : site?.id),
    enabled: site !== undefined,
    select: (all) => all.filter(({ siteId }) => siteId === null || siteId === site?.id),
  });
  const [search, setSearch] = useState('');
  const [isGiving, setGiving] = useState(false);
  const [taking, setTaking] = useState<Grant>();
  const [losing, setLosing] = useState<Holder>();
  const mayGive: readonly Role[] = administers(person) ? order : givenByManagers;
  const wanted = search.trim().toLocaleLowerCase();
  const found = (grants.data ?? []).filter(({ person: { fullName, email } }) =>
    `${fullName} ${email}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <Page
      title={t('roles.title')}
      below={site && siteName(site)}
      beside={<SiteChoice sites={run} chosen={site} onChange={(slug) => setQuery({ site: slug })} />}
    >
      <Stack gap="lg" maw={760}>
        <Group align="flex-end">
          <TextInput
            flex="1 1 14rem"
            type="search"
            aria-label={t('roles.search')}
            placeholder={t('roles.search')}
            leftSection={<Icon name="search" size={20} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Button leftSection={<Icon name="plus" />} onClick={() => setGiving(true)}>
            {t('roles.give')}
          </Button>
        </Group>
        {grants.error && <Failure error={grants.error} onRetry={() => void grants.refetch()} />}
        {grants.isPending && <Skeleton h={240} />}
        {grants.data && found.length === 0 && <Text c="dimmed">{t('roles.nobody')}</Text>}
        {order.map((role) => {
          const held = found
            .filter((grant) => grant.role === role)
            .toSorted((a, b) => a.person.fullName.localeCompare(b.person.fullName));
          return held.length === 0 ? null : (
            <RowSection key={role} title={t(`roles.plural.${role}`)} count={held.length}>
              <Rows>
                {held.map((grant) => (
                  <Held
                    key={grant.id}
                    grant={grant}
                    onTake={mayGive.includes(role) ? setTaking : undefined}
                    onLost={administers(person) && grant.person.id !== person.id ? setLosing : undefined}
                  />
                ))}
              </Rows>
            </RowSection>
          );
        })}
        {administers(person) && (
          <OtherPeople
            search={search.trim()}
            shown={new Set([person.id, ...found.map((grant) => grant.person.id)])}
            onLost={setLosing}
          />
        )}
      </Stack>
      <Sheet opened={isGiving} onClose={() => setGiving(false)} title={t('roles.give')}>
        <GiveRole sites={run} site={site} roles={mayGive} onDone={() => setGiving(false)} />
      </Sheet>
      <Sheet opened={taking !== undefined} onClose={() => setTaking(undefined)} title={t('roles.takeTitle')}>
        {taking && <TakeRole grant={taking} onDone={() => setTaking(undefined)} />}
      </Sheet>
      <LostFactor holder={losing} onClose={() => setLosing(undefined)} />
    </Page>
  );
}

interface Deeds {
  onTake: ((grant: Grant) => void) | undefined;
  onLost: ((holder: Holder) => void) | undefined;
}

function Held({ grant, onTake, onLost }: { grant: Grant } & Deeds) {
  const { t } = useTranslation();
  const words = useWords();
  const { person, role, endsAt } = grant;
  return (
    <Row
      name={person.fullName}
      deeds={
        (onLost ?? onTake) && (
          <>
            {onLost && (
              <Button
                size="sm"
                variant="subtle"
                aria-label={t('roles.lostNamed', { name: person.fullName })}
                onClick={() => onLost(person)}
              >
                {t('roles.lost')}
              </Button>
            )}
            {onTake && (
              <Button
                size="sm"
                variant="default"
                aria-label={t('roles.takeNamed', { role: t(`role.${role}`), name: person.fullName })}
                onClick={() => onTake(grant)}
              >
                {t('roles.take')}
              </Button>
            )}
          </>
        )
      }
    >
      <Text fw={650}>{person.fullName}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[
          person.email,
          endsAt && t('roles.until', { date: words.fullDate(localDate(Date.parse(endsAt), viewerZone())) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Row>
  );
}

function TakeRole({ grant, onDone }: { grant: Grant; onDone: () => void }) {
  const { t } = useTranslation();
  const taking = useRevoke();
  return (
    <Stack>
      <Text>{t('roles.takeMeans', { role: t(`role.${grant.role}`), name: grant.person.fullName })}</Text>
      <NotGiven error={taking.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.notNow')}
        </Button>
        <Button
          color="red"
          loading={taking.isPending}
          onClick={() =>
            taking.mutate(grant.id, {
              onSuccess: () => {
                notifications.show({ message: t('roles.taken') });
                onDone();
              },
            })
          }
        >
          {t('roles.take')}
        </Button>
      </Group>
    </Stack>
  );
}
