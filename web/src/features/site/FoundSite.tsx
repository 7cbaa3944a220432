import { Anchor, Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { countries, isSlug, slugOf } from './founding';
import { touchedBySite } from './reads';
import { isZone, ZoneField } from './ZoneField';

type NewSite = components['schemas']['NewSiteDto'];

interface Wish {
  name: string;
  /** Undefined as long as the name says it. */
  slug: string | undefined;
  city: string;
  country: string;
  address: string;
  timeZone: string;
}

/** Founds a site, and says what it still needs before anybody can book there. */
export function FoundSite({ sites, onLeave }: { sites: readonly Site[]; onLeave: () => void }) {
  const [founded, setFounded] = useState<Site>();
  return founded ? (
    <NextSteps site={founded} onLeave={onLeave} />
  ) : (
    <Form sites={sites} onFounded={setFounded} onLeave={onLeave} />
  );
}

interface FormProps {
  sites: readonly Site[];
  onFounded: (site: Site) => void;
  onLeave: () => void;
}

function Form({ sites, onFounded, onLeave }: FormProps) {
  const { t, i18n } = useTranslation();
  const all = useMemo(() => countries(i18n.language), [i18n.language]);
  const [wish, setWish] = useState<Wish>(() => ({
    name: '',
    slug: undefined,
    city: '',
    country: sites[0]?.country ?? 'FI',
    address: '',
    timeZone: viewerZone(),
  }));
  const [submission] = useState(() => new Submission());
  const set = (change: Partial<Wish>) => setWish((before) => ({ ...before, ...change }));
  const slug = wish.slug ?? slugOf(wish.name);
  const body = {
    slug,
    name: wish.name.trim(),
    city: wish.city.trim(),
    country: wish.country,
    timeZone: wish.timeZone,
    ...(wish.address.trim() && { address: wish.address.trim() }),
  };
  const founding = useCommand((body: NewSite) => {
    const params = { header: { 'Idempotency-Key': submission.keyFor(body) } };
    return answered(api.POST('/api/v1/sites', { params, body }));
  }, touchedBySite);
  // Somebody else may have been faster than what is known here.
  const wasTaken = founding.error instanceof Problem && founding.error.code === 'site_slug';
  const isTaken = sites.some((site) => site.slug === slug) || (wasTaken && founding.variables?.slug === slug);
  const isReady = body.name !== '' && body.city !== '' && isSlug(slug) && !isTaken && isZone(wish.timeZone);
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) founding.mutate(body, { onSuccess: onFounded });
      }}
    >
      <TextInput
        data-autofocus
        required
        label={t('sites.name')}
        maxLength={100}
        value={wish.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('sites.slug')}
        description={t('sites.slugHow')}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
        value={slug}
        error={isTaken ? t('sites.taken') : slug !== '' && !isSlug(slug) ? t('sites.slugForm') : undefined}
        onChange={(event) => set({ slug: event.currentTarget.value.toLowerCase() })}
      />
      <TextInput
        required
        label={t('sites.city')}
        maxLength={100}
        value={wish.city}
        onChange={(event) => set({ city: event.currentTarget.value })}
      />
      <TextInput
        label={t('sites.address')}
        description={t('sites.addressHow')}
        maxLength={200}
        value={wish.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('sites.country')}
        description={t('sites.countryHow')}
        value={wish.country}
        onChange={(event) => set({ country: event.currentTarget.value })}
        data={all.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <ZoneField value={wish.timeZone} onChange={(timeZone) => set({ timeZone })} />
      <NotGranted error={wasTaken ? null : founding.error} timeZone={wish.timeZone} />
      <Group>
        <Button type="submit" loading={founding.isPending} disabled={!isReady}>
          {t('sites.found')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}

/** A new site has no hours, no places, no plans and nobody who runs it: the ways to each, in the order of need. */
function NextSteps({ site, onLeave }: { site: Site; onLeave: () => void }) {
  const { t } = useTranslation();
  const steps = [
    { to: `/site/hours?site=${site.slug}`, what: t('sites.next.hours') },
    { to: `/site/resources?site=${site.slug}`, what: t('sites.next.places') },
    { to: `/plans?site=${site.slug}`, what: t('sites.next.plans') },
    { to: `/roles?site=${site.slug}`, what: t('sites.next.roles') },
  ];
  return (
    <Stack>
      <Text role="status">{t('sites.next.text', { site: site.name })}</Text>
      <List type="ordered" spacing="sm">
        {steps.map(({ to, what }) => (
          <List.Item key={to}>
            <Anchor component={Link} to={to}>
              {what}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <Button variant="default" onClick={onLeave} style={{ alignSelf: 'flex-start' }}>
        {t('action.close')}
      </Button>
    </Stack>
  );
}
