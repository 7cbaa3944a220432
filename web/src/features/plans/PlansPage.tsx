import {
  Badge,
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { siteName } from '../../shared/api/house';
import type { Locale, Plan, Site } from '../../shared/api/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { PlanFacts, Price } from '../../shared/membership/PlanFacts';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { allPlansOf, documentsOf, useChangePlan } from './reads';
import { useRunSite } from './use-site';

/** What a site offers: its plans with their places, and the documents that members accept. */
export function PlansPage() {
  const { t } = useTranslation();
  const [, setQuery] = useSearchParams();
  const { run, site, house } = useRunSite();
  return (
    <Page
      title={t('plans.title')}
      below={site && siteName(site)}
      beside={<SiteChoice sites={run} chosen={site} onChange={(slug) => setQuery({ site: slug })} />}
    >
      {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {house.isPending && <Skeleton h={240} />}
      {site && <Offer key={site.id} site={site} />}
    </Page>
  );
}

function Offer({ site }: { site: Site }) {
  const { t } = useTranslation();
  const plans = useQuery(allPlansOf(site.id));
  const [changing, setChanging] = useState<Plan>();
  const groups = (['active', 'retired'] as const).map((status) => ({
    status,
    items: plans.data?.filter((plan) => plan.status === status) ?? [],
  }));
  return (
    <Stack gap="xl">
      {plans.error && <Failure error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && <Skeleton h={240} />}
      {plans.data?.length === 0 && <Empty scene="desk" title={t('plans.none')} text={t('plans.noneText')} />}
      {groups.map(({ status, items }) =>
        items.length === 0 ? null : (
          <section key={status} aria-labelledby={`plans-${status}`}>
            <Title order={2} id={`plans-${status}`} mb="sm">
              {t(`plans.status.${status}`)}
            </Title>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              {items.map((plan) => (
                <PlanCard key={plan.planId} plan={plan} site={site} onChange={() => setChanging(plan)} />
              ))}
            </SimpleGrid>
          </section>
        ),
      )}
      <Button
        component={Link}
        to={`/plans/new?site=${site.slug}`}
        variant="default"
        leftSection={<Icon name="plus" />}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('plans.new')}
      </Button>
      <HouseDocuments site={site} />
      <Sheet opened={changing !== undefined} onClose={() => setChanging(undefined)} title={t('plans.offer')}>
        {changing && <OfferForm plan={changing} site={site} onDone={() => setChanging(undefined)} />}
      </Sheet>
    </Stack>
  );
}

function PlanCard({ plan, site, onChange }: { plan: Plan; site: Site; onChange: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { name, summary } = plan.texts[i18n.language as Locale];
  const published = words.fullDate(localDate(Date.parse(plan.publishedAt), site.timeZone));
  return (
    <Paper withBorder radius="lg" p="lg" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={3}>{name}</Title>
          <Badge variant="light" color="gray" tt="none">
            {t('plans.version', { version: plan.version, date: published })}
          </Badge>
        </Group>
        <Text>{summary}</Text>
        <Price plan={plan} />
        <Text fw={550}>
          {plan.places === null || plan.placesLeft === null
            ? t('plans.noLimit')
            : t('plans.places', { taken: plan.places - plan.placesLeft, places: plan.places })}
        </Text>
        <details>
          <summary>{t('plans.includes')}</summary>
          <PlanFacts plan={plan} />
        </details>
        <Group gap="sm">
          <Button
            component={Link}
            to={`/plans/${plan.planId}/version?site=${site.slug}`}
            size="sm"
            variant="light"
            aria-label={t('plans.newVersionOf', { plan: name })}
          >
            {t('plans.newVersion')}
          </Button>
          <Button size="sm" variant="default" onClick={onChange} aria-label={t('plans.offerOf', { plan: name })}>
            {t('plans.offer')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** How many places a plan has, and whether it is offered. Nobody who has a place loses it. */
function OfferForm({ plan, site, onDone }: { plan: Plan; site: Site; onDone: () => void }) {
  const { t } = useTranslation();
  const changing = useChangePlan();
  const [places, setPlaces] = useState<number | null>(plan.places);
  const [isOffered, setOffered] = useState(plan.status === 'active');
  const taken = plan.places !== null && plan.placesLeft !== null ? plan.places - plan.placesLeft : 0;
  const over = places === null ? 0 : taken - places;
  return (
    <Stack>
      <Switch
        label={t('plans.isOffered')}
        description={t('plans.isOfferedHow')}
        checked={isOffered}
        onChange={(event) => setOffered(event.currentTarget.checked)}
      />
      <Switch
        label={t('plans.isLimited')}
        checked={places !== null}
        onChange={(event) => setPlaces(event.currentTarget.checked ? Math.max(1, taken) : null)}
      />
      {places !== null && (
        <NumberInput
          label={t('plans.placesField')}
          description={taken > 0 ? t('plans.taken', { taken }) : undefined}
          min={1}
          max={10_000}
          value={places}
          hideControls
          onChange={(value) => typeof value === 'number' && setPlaces(value)}
        />
      )}
      {over > 0 && <Text>{t('plans.over', { over })}</Text>}
      <NotGranted error={changing.error} timeZone={site.timeZone} />
      <Button
        loading={changing.isPending}
        onClick={() =>
          changing.mutate(
            {
              planId: plan.planId,
              ...(places !== plan.places && { places }),
              ...(isOffered !== (plan.status === 'active') && { status: isOffered ? 'active' : 'retired' }),
            },
            {
              onSuccess: () => {
                notifications.show({ message: t('plans.changed') });
                onDone();
              },
            },
          )
        }
      >
        {t('action.save')}
      </Button>
    </Stack>
  );
}

function HouseDocuments({ site }: { site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const documents = useQuery(documentsOf(site.id));
  const [read, setRead] = useState<string>();
  const shown = documents.data?.find(({ id }) => id === read);
  return (
    <section aria-labelledby="documents">
      <Title order={2} id="documents" mb="sm">
        {t('plans.documents')}
      </Title>
      {documents.error && <Failure error={documents.error} onRetry={() => void documents.refetch()} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {(['agreement', 'house_rules'] as const).map((kind) => {
          const one = documents.data?.find((document) => document.kind === kind);
          return (
            <Paper
              key={kind}
              withBorder
              radius="lg"
              p="lg"
              component="article"
              aria-label={t(`plans.document.${kind}`)}
            >
              <Title order={3}>{t(`plans.document.${kind}`)}</Title>
              <Text c="dimmed">
                {one
                  ? t('plans.version', {
                      version: one.version,
                      date: words.fullDate(localDate(Date.parse(one.publishedAt), site.timeZone)),
                    })
                  : t('plans.noDocument')}
              </Text>
              <Group gap="sm" mt="sm">
                {one && (
                  <Button size="sm" variant="light" onClick={() => setRead(one.id)}>
                    {t('plans.read')}
                  </Button>
                )}
                <Button
                  component={Link}
                  to={`/plans/documents/${kind}?site=${site.slug}`}
                  size="sm"
                  variant="default"
                  aria-label={t('plans.newVersionOf', { plan: t(`plans.document.${kind}`) })}
                >
                  {t('plans.newVersion')}
                </Button>
              </Group>
            </Paper>
          );
        })}
      </SimpleGrid>
      <Sheet opened={shown !== undefined} onClose={() => setRead(undefined)} title={shown?.title ?? ''}>
        {shown && (
          <Text lang={shown.locale} style={{ whiteSpace: 'pre-line' }}>
            {shown.body}
          </Text>
        )}
      </Sheet>
    </section>
  );
}
