import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Guest, Kind, Site, WantedExtra } from '../api/views';
import { instant } from '../time/site-time';
import type { Span } from '../time/site-time';
import { Icon } from '../ui/Icon';
import { Besides } from './Besides';

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

/** What most bookings go without: guests, extras, more dates, time to think. */
export function Additions({ site, kind, place, onHold, isHolding, ...besides }: Props) {
  const { t } = useTranslation();
  const { span } = besides;
  const dates = new URLSearchParams({
    site: site.slug,
    kind,
    start: instant(span.start),
    end: instant(span.end),
    ...(place && { place: place.id }),
  });
  return (
    <Besides siteId={site.id} {...besides}>
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
          loading={isHolding}
          onClick={onHold}
        >
          {t('hold.take')}
        </Button>
      )}
    </Besides>
  );
}
