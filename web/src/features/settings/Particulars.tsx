import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../shared/api/as-opened';
import { sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Person } from '../../shared/api/views';
import { viewerZone } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Card } from './Card';
import { useProfile } from './use-profile';

/** The name, and the clock that letters speak of. */
export function Particulars() {
  const { t } = useTranslation();
  const person = usePerson();
  const house = useQuery(sites);
  const changing = useProfile();
  const [seen, setSeen] = useState(person);
  // What is said here is read again behind the form; a language chosen meanwhile is nobody's change of a name.
  const meant = isStale(changing.error) || isAlike(person, seen) ? person : seen;
  const form = useForm({
    initialValues: { fullName: person.fullName, timeZone: person.timeZone ?? '' },
    validate: { fullName: (value) => (value.trim() ? null : t('access.nameMissing')) },
  });
  const zones = [...new Set([viewerZone(), ...(house.data ?? []).map((site) => site.timeZone), form.values.timeZone])];
  return (
    <Card title={t('settings.me')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          changing.mutate(
            { changes: { fullName: values.fullName.trim(), timeZone: values.timeZone || null }, meant },
            {
              onSuccess: (changed) => {
                setSeen(changed);
                form.resetDirty();
                notifications.show({ message: t('settings.saved') });
              },
            },
          ),
        )}
      >
        <Stack>
          {changing.error && <Failure error={changing.error} />}
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
            <Button type="submit" loading={changing.isPending} variant={form.isDirty() ? 'filled' : 'default'}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

/** Whether two states of a person say the same in the fields of this form. */
function isAlike(one: Person, other: Person): boolean {
  return one.fullName === other.fullName && one.timeZone === other.timeZone;
}
