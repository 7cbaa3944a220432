import { useTranslation } from 'react-i18next';

/** The fields that the house knows by name. */
export const sectors = [
  'ict',
  'health',
  'energy',
  'circular_economy',
  'forest',
  'food',
  'manufacturing',
  'logistics',
  'tourism',
  'education',
  'creative',
  'services',
  'other',
] as const;

/** The name of a field; a venture may have a word of its own for it, which then stands as it is. */
export function useSectorName(): (sector: string) => string {
  const { t } = useTranslation();
  return (sector) => {
    const known = sectors.find((one) => one === sector);
    return known ? t(`apply.sector.${known}`) : sector;
  };
}
