import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedBySite } from './reads';

/** The numbers that a site has for all of its places, each with the bounds that the house sets. */
const numbers = [
  { name: 'fairSharePercent', min: 1, max: 100 },
  { name: 'noShowStrikes', min: 1, max: 20 },
  { name: 'noShowDays', min: 1, max: 365 },
  { name: 'noShowBlockDays', min: 0, max: 90 },
] as const;

/** What a site is called, where it is, and what it asks of everybody; its short name and its country stay. */
export function SiteForm({ site, onLeave }: { site: Site; onLeave: () => void }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState({
    name: site.name,
    city: site.city,
    address: site.address,
    fairSharePercent: site.fairSharePercent,
    noShowStrikes: site.noShowStrikes,
    noShowDays: site.noShowDays,
    noShowBlockDays: site.noShowBlockDays,
  });
  const set = (change: Partial<typeof wish>) => setWish((before) => ({ ...before, ...change }));
  const saving = useCommand((meant: Site) => {
    const body = { ...wish, name: wish.name.trim(), city: wish.city.trim(), address: wish.address.trim() };
    const params = { path: { id: meant.id }, header: { 'If-Match': `"${meant.version}"` } };
    return answered(api.PATCH('/api/v1/sites/{id}', { params, body }));
  }, touchedBySite);
  const asOpened = useAsOpened(site, saving.error);
  const isReady = wish.name.trim() !== '' && wish.city.trim() !== '';
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        saving.mutate(asOpened, {
          onSuccess: () => {
            notifications.show({ message: t('site.saved') });
            onLeave();
          },
        });
      }}
    >
      {(['name', 'city', 'address'] as const).map((name) => (
        <TextInput
          key={name}
          data-autofocus={name === 'name' || undefined}
          required={name !== 'address'}
          label={t(`sites.${name}`)}
          maxLength={name === 'address' ? 200 : 100}
          value={wish[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        {numbers.map(({ name, min, max }) => (
          <NumberInput
            key={name}
            size="md"
            label={t(`sites.number.${name}`)}
            min={min}
            max={max}
            allowDecimal={false}
            value={wish[name]}
            onChange={(value) => typeof value === 'number' && set({ [name]: value })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('sites.noShows', {
          strikes: wish.noShowStrikes,
          days: wish.noShowDays,
          block: wish.noShowBlockDays,
        })}
      </Text>
      <NotGranted error={saving.error} timeZone={site.timeZone} />
      <Group>
        <Button type="submit" loading={saving.isPending} disabled={!isReady}>
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
