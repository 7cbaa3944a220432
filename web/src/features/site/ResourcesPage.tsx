import { Badge, Button, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newest } from '../../shared/api/as-opened';
import type { Kind, Site } from '../../shared/api/views';
import { useFeatureNames, useZoneNames } from '../../shared/plan/names';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { useView } from '../../shared/site/run-site';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Extras } from './Extras';
import { PlaceSheet } from './PlaceSheet';
import { placesOf } from './reads';
import type { Place } from './reads';

const FloorEditor = lazy(() => import('./FloorEditor').then((module) => ({ default: module.FloorEditor })));

const kinds: Kind[] = ['desk', 'room', 'booth'];
const views = ['list', 'plan', 'extras'] as const;

/** Everything at a site that can be booked: as a list, on the floor plan, and what is lent with it. */
export function ResourcesPage() {
  const { t } = useTranslation();
  return <SiteScreen title={t('site.place.title')}>{(site) => <Places site={site} />}</SiteScreen>;
}

function Places({ site }: { site: Site }) {
  const { t } = useTranslation();
  const [query, see] = useView();
  const places = useQuery(placesOf(site.id));
  const [edited, setEdited] = useState<Place | 'new'>();
  const view = views.find((one) => one === query.get('view')) ?? 'list';
  if (places.error && !places.data) return <Failure error={places.error} onRetry={() => void places.refetch()} />;
  if (!places.data) return <Skeleton h={300} aria-hidden />;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('site.place.view')}
          value={view}
          onChange={(value) => see({ view: value === 'list' ? null : value })}
          data={views.map((value) => ({ value, label: t(`site.place.as.${value}`) }))}
        />
        {view !== 'extras' && (
          <Group gap="xs">
            <Button
              component={Link}
              variant="default"
              to={{ pathname: '/site/codes', search: `?site=${encodeURIComponent(site.slug)}` }}
            >
              {t('site.code.way')}
            </Button>
            <Button leftSection={<Icon name="plus" />} onClick={() => setEdited('new')}>
              {t('site.place.add')}
            </Button>
          </Group>
        )}
      </Group>
      {view === 'extras' && <Extras site={site} />}
      {view === 'plan' && (
        <Suspense fallback={<Skeleton h={300} aria-hidden />}>
          <FloorEditor places={places.data} timeZone={site.timeZone} onEdit={setEdited} />
        </Suspense>
      )}
      {view === 'list' && <PlaceLists places={places.data} onEdit={setEdited} />}
      <PlaceSheet
        site={site}
        edited={edited === 'new' || !edited ? edited : newest(edited, places.data)}
        onClose={() => setEdited(undefined)}
      />
    </Stack>
  );
}

function PlaceLists({ places, onEdit }: { places: Place[]; onEdit: (place: Place) => void }) {
  const { t, i18n } = useTranslation();
  const featureNames = useFeatureNames();
  const zoneNames = useZoneNames();
  if (places.length === 0) return <Empty scene="desk" title={t('site.place.none')} text={t('site.place.noneText')} />;
  const byName = new Intl.Collator(i18n.language, { numeric: true });
  return (
    <>
      {kinds.map((kind) => {
        const some = places
          .filter((one) => one.kind === kind)
          .toSorted((one, other) => byName.compare(one.name, other.name));
        if (some.length === 0) return null;
        return (
          <RowSection key={kind} title={t(`kind.plural.${kind}`)} count={some.length}>
            <Rows>
              {some.map((place) => (
                <Row
                  key={place.id}
                  icon={kind}
                  name={place.name}
                  deeds={
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('site.place.editNamed', { place: place.name })}
                      onClick={() => onEdit(place)}
                    >
                      {t('site.place.edit')}
                    </Button>
                  }
                >
                  <Text component="span" fw={650}>
                    {place.name}
                  </Text>
                  {place.needsApproval && (
                    <Badge ml="xs" size="md" color="yellow" variant="light" tt="none">
                      {t('site.place.asks')}
                    </Badge>
                  )}
                  <Text size="sm" c="dimmed">
                    {[
                      t('site.place.seats', { count: place.capacity }),
                      ...zoneNames(place.zone),
                      ...featureNames(place.features),
                      ...(place.position ? [] : [t('site.plan.notOn')]),
                    ].join(' · ')}
                  </Text>
                </Row>
              ))}
            </Rows>
          </RowSection>
        );
      })}
    </>
  );
}
