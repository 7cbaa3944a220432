import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { RulesSection } from './RulesSection';
import { WeekSection } from './WeekSection';
import { ZoneSection } from './ZoneSection';

/** When a site is open, what each kind of place asks of a booking, and by which clock the site lives. */
export function HoursPage() {
  const { t } = useTranslation();
  const isEverywhere = usePerson().roles.some(({ role }) => role === 'administrator');
  return (
    <SiteScreen title={t('site.way.hours')}>
      {(site) => (
        <Stack gap="xl">
          <nav aria-label={t('site.hours.contents')} style={{ display: 'flex', gap: '1rem', flexWrap: 'wrap' }}>
            <Anchor href="#week">{t('site.hours.title')}</Anchor>
            <Anchor href="#rules">{t('site.rules.title')}</Anchor>
            {isEverywhere && <Anchor href="#zone">{t('site.zone.title')}</Anchor>}
          </nav>
          <WeekSection site={site} />
          <RulesSection site={site} />
          {isEverywhere && <ZoneSection site={site} />}
        </Stack>
      )}
    </SiteScreen>
  );
}
