import { Badge, Button, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newest } from '../../shared/api/as-opened';
import { sites } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { FoundSite } from './FoundSite';
import { SiteForm } from './SiteForm';
import { StatusForm } from './StatusForm';

const statuses = ['active', 'suspended', 'closed'] as const satisfies readonly Site['status'][];

type Deed = 'change' | 'status';

/** The sites of the house by what stands of them: new ones are founded here, others renamed, suspended and reopened. */
export function SitesPage() {
  const { t } = useTranslation();
  const house = useQuery(sites);
  const [isFounding, setFounding] = useState(false);
  const [deed, setDeed] = useState<{ site: Site; do: Deed }>();
  const leave = () => setDeed(undefined);
  const about = deed && newest(deed.site, house.data);
  return (
    <Page
      title={t('sites.title')}
      beside={
        <Button leftSection={<Icon name="plus" />} onClick={() => setFounding(true)}>
          {t('sites.found')}
        </Button>
      }
    >
      {house.error && !house.data && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {house.isPending && <Skeleton h={240} aria-hidden />}
      <Stack gap="xl" maw={760}>
        {statuses.map((status) => {
          const those = house.data?.filter((site) => site.status === status) ?? [];
          return those.length === 0 ? null : (
            <RowSection key={status} title={t(`sites.status.${status}`)} count={those.length}>
              <Rows>
                {those.map((site) => (
                  <SiteRow key={site.id} site={site} onDeed={(what) => setDeed({ site, do: what })} />
                ))}
              </Rows>
            </RowSection>
          );
        })}
      </Stack>
      <Sheet opened={isFounding} onClose={() => setFounding(false)} title={t('sites.found')}>
        <FoundSite sites={house.data ?? []} onLeave={() => setFounding(false)} />
      </Sheet>
      <Sheet opened={deed !== undefined} onClose={leave} title={about?.name ?? ''}>
        {about && deed.do === 'change' && <SiteForm site={about} onLeave={leave} />}
        {about && deed.do === 'status' && <StatusForm site={about} onLeave={leave} />}
      </Sheet>
    </Page>
  );
}

function SiteRow({ site, onDeed }: { site: Site; onDeed: (what: Deed) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const isCitySaid = site.address.includes(site.city);
  return (
    <Row
      name={site.name}
      deeds={
        <>
          <Button
            size="sm"
            variant="default"
            aria-label={t('site.place.editNamed', { place: site.name })}
            onClick={() => onDeed('change')}
          >
            {t('site.place.edit')}
          </Button>
          <Button
            size="sm"
            variant="default"
            aria-label={`${t('sites.standing')}: ${site.name}`}
            onClick={() => onDeed('status')}
          >
            {t('sites.standing')}
          </Button>
        </>
      }
    >
      <Text fw={650}>{site.name}</Text>
      <Text size="sm" c="dimmed">
        {[site.address, !isCitySaid && site.city, t('sites.clock', { zone: words.zone(site.timeZone) })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {site.status === 'active' && site.openingHoursVersions.length === 0 && (
        <Badge color="yellow" variant="light" tt="none">
          {t('sites.noHours')}
        </Badge>
      )}
    </Row>
  );
}
