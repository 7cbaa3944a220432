import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest, WantedExtra } from '../api/views';
import type { Span } from '../time/site-time';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/Icon';
import { ExtraChoice } from './ExtraChoice';
import { GuestLines } from './GuestLines';

interface Props {
  siteId: string;
  span: Span;
  /** How many people the place seats, when it is known. */
  seats: number | undefined;
  extras: WantedExtra[];
  guests: Guest[];
  strict: boolean;
  onExtras: (extras: WantedExtra[]) => void;
  onGuests: (guests: Guest[]) => void;
  /** What else can be done beside. */
  children?: ReactNode;
}

/** Guests and extras beside a place: one press opens each. */
export function Besides(props: Props) {
  const { t } = useTranslation();
  const { siteId, span, seats } = props;
  const [opened, setOpened] = useState<'guests' | 'extras'>();
  const toggle = (what: 'guests' | 'extras') => setOpened(opened === what ? undefined : what);
  const guests = props.guests.length;
  const extras = props.extras.reduce((sum, { count }) => sum + count, 0);
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
        {props.children}
      </Group>
      {opened === 'guests' && (
        <section aria-label={t('guest.invite')}>
          <GuestLines value={props.guests} onChange={props.onGuests} seats={seats} strict={props.strict} />
        </section>
      )}
      {opened === 'extras' && (
        <section aria-label={t('extra.take')}>
          <ExtraChoice siteId={siteId} span={span} value={props.extras} onChange={props.onExtras} />
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
