import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { siteName, sites } from '../../shared/api/house';
import { session } from '../../shared/api/session';
import { usePerson } from '../../shared/api/use-session';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { CalendarFeed } from './CalendarFeed';
import { Look } from './Look';
import { MoreSettings } from './MoreSettings';
import { Particulars } from './Particulars';
import { ThisDevice } from './ThisDevice';

/** What people settle for themselves: who they are, how the screens look, this device, the calendar, and the way out. */
export function SettingsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const leaving = useMutation({ mutationFn: () => session.signOut() });
  return (
    <Page title={t('settings.title')} below={person.email}>
      <Stack gap="lg" maw={640}>
        <Particulars />
        <Look />
        <MoreSettings />
        <ThisDevice />
        <CalendarFeed />
        <Roles />
        {leaving.error && <Failure error={leaving.error} />}
        <Group>
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('access.signOut')}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}

/** What somebody is in the house, and where. */
function Roles() {
  const { t } = useTranslation();
  const { roles } = usePerson();
  const house = useQuery(sites).data ?? [];
  return (
    <section aria-labelledby="roles">
      <Title order={2} size="h3" id="roles" mb="xs">
        {t('profile.roles')}
      </Title>
      <Group gap="xs">
        {roles.length === 0 && <Text c="dimmed">{t('profile.noRoles')}</Text>}
        {roles.map(({ role, siteId }) => {
          const site = house.find(({ id }) => id === siteId);
          return (
            <Badge key={`${role} ${siteId ?? ''}`} variant="light" size="lg" tt="none">
              {t(`role.${role}`)}
              {site && ` · ${siteName(site)}`}
            </Badge>
          );
        })}
      </Group>
    </section>
  );
}
