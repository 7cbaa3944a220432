import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { siteName } from '../api/house';
import type { Site } from '../api/views';

/** Which of the sites that one runs; nothing to choose when it is one. */
export function SiteChoice(props: { sites: Site[]; chosen: Site | undefined; onChange: (slug: string) => void }) {
  const { t } = useTranslation();
  if (props.sites.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('day.site')}
      value={props.chosen?.slug}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={props.sites.map((site) => ({ value: site.slug, label: siteName(site) }))}
    />
  );
}
