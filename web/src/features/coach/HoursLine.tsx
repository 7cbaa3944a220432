import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { siteName } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import { Icon } from '../../shared/ui/Icon';
import { isInOrder } from './hours';
import type { Hours } from './hours';
import { TimeOfDay } from './TimeOfDay';

interface Props {
  /** What the hours are of, for whoever hears the fields one by one. */
  of: string;
  hours: Hours;
  sites: Site[];
  onChange: (hours: Hours) => void;
  onRemove?: () => void;
}

/** From, until, and where. */
export function HoursLine({ of, hours, sites, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const isWrong = Boolean(hours.from && hours.to) && !isInOrder(hours);
  return (
    <Group gap={6} align="flex-start">
      <TimeOfDay
        label={t('coach.hours.from', { of })}
        value={hours.from}
        onChange={(from) => onChange({ ...hours, from })}
      />
      <TimeOfDay
        label={t('coach.hours.to', { of })}
        value={hours.to}
        error={isWrong ? t('coach.hours.backwards') : undefined}
        onChange={(to) => onChange({ ...hours, to })}
      />
      <NativeSelect
        flex="1 1 9rem"
        aria-label={t('coach.hours.where', { of })}
        value={hours.siteId ?? ''}
        onChange={(event) => onChange({ ...hours, siteId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('coach.hours.anywhere') },
          ...sites.map((site) => ({ value: site.id, label: t('coach.hours.onlyAt', { site: siteName(site) }) })),
        ]}
      />
      {onRemove && (
        <ActionIcon variant="subtle" size={42} aria-label={t('coach.hours.remove', { of })} onClick={onRemove}>
          <Icon name="close" />
        </ActionIcon>
      )}
    </Group>
  );
}
