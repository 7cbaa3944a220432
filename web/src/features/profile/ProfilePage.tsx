import { Anchor, Badge, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { siteName, sites } from '../../shared/api/house';
import { session } from '../../shared/api/session';
import { usePerson } from '../../shared/api/use-session';
import type { Locale, Person } from '../../shared/api/views';
import { viewerZone } from '../../shared/time/site-time';
import { AppearanceChoice } from '../../shared/ui/AppearanceChoice';
import { Failure } from '../../shared/ui/Failure';
import { LanguageChoice } from '../../shared/ui/LanguageChoice';
import { Page } from '../../shared/ui/Page';

type Particulars = { fullName?: string; locale?: Locale; timeZone?: string | null };

/** One's own particulars, the language and the look of the screens, and the way out. */
export function ProfilePage() {
  const { t } = useTranslation();
  const person = usePerson();
  const house = useQuery(sites);
  const changing = useMutation({
    mutationFn: (changes: Particulars): Promise<Person> => answered(api.PATCH('/api/v1/me', { body: changes })),
    onSuccess: (changed) => session.know(changed),
  });
  const leaving = useMutation({ mutationFn: () => session.signOut() });
  const form = useForm({
    initialValues: { fullName: person.fullName, timeZone: person.timeZone ?? '' },
    validate: { fullName: (value) => (value.trim() ? null : t('access.nameMissing')) },
  });
  const zones = [...new Set([viewerZone(), ...(house.data ?? []).map((site) => site.timeZone), form.values.timeZone])];

  return (
    <Page title={t('nav.profile')} below={person.email}>
      <Stack gap="xl" maw={520}>
        {changing.error && <Failure error={changing.error} />}
        {leaving.error && <Failure error={leaving.error} />}
        <Paper withBorder radius="lg" p="lg">
          <form
            noValidate
            onSubmit={form.onSubmit((values) =>
              changing.mutate(
                { fullName: values.fullName.trim(), timeZone: values.timeZone || null },
                { onSuccess: () => notifications.show({ message: t('profile.saved') }) },
              ),
            )}
          >
            <Stack>
              <TextInput label={t('access.fullName')} autoComplete="name" {...form.getInputProps('fullName')} />
              <NativeSelect
                label={t('profile.timeZone')}
                description={t('profile.timeZoneHint')}
                data={[
                  { value: '', label: t('profile.timeZoneNone') },
                  ...zones.filter(Boolean).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
                ]}
                {...form.getInputProps('timeZone')}
              />
              <Group>
                <Button type="submit" loading={changing.isPending}>
                  {t('action.save')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Paper>
        <Paper withBorder radius="lg" p="lg">
          <Stack>
            <LanguageChoice withLabel onChange={(locale) => changing.mutate({ locale })} />
            <Group justify="space-between">
              <Text>{t('profile.appearance')}</Text>
              <AppearanceChoice />
            </Group>
          </Stack>
        </Paper>
        <section aria-labelledby="roles">
          <Title order={2} id="roles" mb="xs">
            {t('profile.roles')}
          </Title>
          <Group gap="xs">
            {person.roles.length === 0 && <Text c="dimmed">{t('profile.noRoles')}</Text>}
            {person.roles.map(({ role, siteId }) => (
              <Badge key={`${role} ${siteId ?? ''}`} variant="light" size="lg" tt="none">
                {t(`role.${role}`)}
                {siteId &&
                  house.data &&
                  ` · ${house.data
                    .filter((site) => site.id === siteId)
                    .map(siteName)
                    .join('')}`}
              </Badge>
            ))}
          </Group>
        </section>
        <Group justify="space-between">
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('access.signOut')}
          </Button>
          <Anchor component={Link} to="/privacy">
            {t('access.privacyRead')}
          </Anchor>
        </Group>
      </Stack>
    </Page>
  );
}
