import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Guest, Kind, Site, WantedExtra } from '../api/views';
import { instant } from '../time/site-time';
import type { Span } from '../time/site-time';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/Icon';
import { ExtraChoice } from './ExtraChoice';
import { GuestLines } from './GuestLines';

interface Props {
  site: Site;
  span: Span;
  kind: Kind;
  /** The place, as far as it is known already. */
  place: { id: string; name: string } | undefined;
  /** How many people it seats, when it is known. */
  seats: number | undefined;
  extras: WantedExtra[];
  guests: Guest[];
  strict: boolean;
  onExtras: (extras: WantedExtra[]) => void;
  onGuests: (guests: Guest[]) => void;
  /** Holds the place while one decides; left out where it cannot be held. */
  onHold: (() => void) | undefined;
  isHolding: boolean;
}

/** What most bookings go without: guests, extras, more dates, time to think. One press opens each. */
export function Additions(props: Props) {
  const { t } = useTranslation();
  const { site, span, kind, place, seats, onHold } = props;
  const [opened, setOpened] = useState<'guests' | 'extras'>();
  const toggle = (what: 'guests' | 'extras') => setOpened(opened === what ? undefined : what);
  const guests = props.guests.length;
  const extras = props.extras.reduce((sum, { count }) => sum + count, 0);
  const dates = new URLSearchParams({
    site: site.slug,
    kind,
    start: instant(span.start),
    end: instant(span.end),
    ...(place && { place: place.id }),
  });
  return (
    <Stack gap="sm">
      <Group gap={6}>
        {seats !== 1 && (
          <Chip icon="people" opens={opened === 'guests'} onPress={() => toggle('guests')}>
            {guests > 0 ? t('guest.count', { count: guests }) : t('guest.invite')}
          </Chip>
        )}
        <Chip icon="plus" opens={opened === 'extras'} onPress={() => toggle('extras')}>
          {extras > 0 ? t('extra.count', { count: extras }) : t('extra.take')}
        </Chip>
        <Button
          component={Link}
          to={`/series/new?${dates.toString()}`}
          size="compact-sm"
          radius="xl"
          variant="default"
          px="sm"
          leftSection={<Icon name="repeat" size={16} />}
        >
          {t('series.repeat')}
        </Button>
        {onHold && (
          <Button
            size="compact-sm"
            radius="xl"
            variant="default"
            px="sm"
            leftSection={<Icon name="clock" size={16} />}
            loading={props.isHolding}
            onClick={onHold}
          >
            {t('hold.take')}
          </Button>
        )}
      </Group>
      {opened === 'guests' && (
        <section aria-label={t('guest.invite')}>
          <GuestLines value={props.guests} onChange={props.onGuests} seats={seats} strict={props.strict} />
        </section>
      )}
      {opened === 'extras' && (
        <section aria-label={t('extra.take')}>
          <ExtraChoice siteId={site.id} span={span} value={props.extras} onChange={props.onExtras} />
        </section>
      )}
      {props.strict && opened !== 'guests' && <Text role="alert">{t('guest.incomplete')}</Text>}
    </Stack>
  );
}

function Chip(props: { icon: IconName; opens: boolean; onPress: () => void; children: string }) {
  return (
    <Button
      size="compact-sm"
      radius="xl"
      px="sm"
      variant={props.opens ? 'light' : 'default'}
      aria-expanded={props.opens}
      leftSection={<Icon name={props.icon} size={16} />}
      onClick={props.onPress}
    >
      {props.children}
    </Button>
  );
}
