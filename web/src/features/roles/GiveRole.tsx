import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { siteName } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import { NotGiven } from './NotGiven';
import { useGrant } from './reads';
import type { Role } from './reads';

/** Gives a role to somebody who has an account, at a site; the role of an administrator is for the whole house. */
export function GiveRole(props: { sites: Site[]; site: Site | undefined; roles: readonly Role[]; onDone: () => void }) {
  const { t } = useTranslation();
  const giving = useGrant();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(props.roles[0] ?? 'coach');
  const [siteId, setSiteId] = useState(props.site?.id ?? props.sites[0]?.id ?? '');
  const isEverywhere = role === 'administrator';
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        giving.mutate(
          { email: email.trim(), role, siteId: isEverywhere ? null : siteId },
          {
            onSuccess: ({ person }) => {
              notifications.show({ message: t('roles.given', { name: person.fullName }) });
              props.onDone();
            },
          },
        );
      }}
    >
      <TextInput
        data-autofocus
        type="email"
        required
        label={t('roles.email')}
        description={t('roles.emailHow')}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('roles.role')}
        value={role}
        onChange={(event) => setRole(props.roles.find((one) => one === event.currentTarget.value) ?? role)}
        data={props.roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Text size="sm" c="dimmed">
        {t(`roles.means.${role}`)}
      </Text>
      {!isEverywhere && props.sites.length > 1 && (
        <NativeSelect
          label={t('day.site')}
          value={siteId}
          onChange={(event) => setSiteId(event.currentTarget.value)}
          data={props.sites.map((site) => ({ value: site.id, label: siteName(site) }))}
        />
      )}
      <NotGiven error={giving.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onDone}>
          {t('action.notNow')}
        </Button>
        <Button type="submit" loading={giving.isPending} disabled={email.trim() === ''}>
          {t('roles.give')}
        </Button>
      </Group>
    </Stack>
  );
}
