import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndWish, Membership, Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { Affected } from '../../shared/membership/Affected';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByMemberships } from '../../shared/membership/reads';
import { localDate, plusDays } from '../../shared/time/site-time';
import { Sheet } from '../../shared/ui/Sheet';
import { act, affectedBy } from './commands';
import type { Deed, Wish } from './commands';

const endReasons = [
  'graduated',
  'resigned',
  'stopped_idea',
  'transferred',
  'terminated_for_cause',
] as const satisfies EndWish['reason'][];

interface Props {
  deed: Deed | undefined;
  membership: Membership;
  site: Site;
  onClose: () => void;
}

/** One deed: the words and dates that it needs, the bookings that it touches, and the last chance to leave it. */
export function Act(props: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      opened={props.deed !== undefined}
      onClose={props.onClose}
      title={props.deed ? t(`members.do.${props.deed}`) : ''}
    >
      {props.deed && <Form {...props} deed={props.deed} />}
    </Sheet>
  );
}

function Form({ deed, membership, site, onClose }: Props & { deed: Deed }) {
  const { t } = useTranslation();
  const today = localDate(useNow(), site.timeZone);
  const [words, setWords] = useState('');
  const [date, setDate] = useState(deed === 'suspend' ? plusDays(today, 14) : today);
  const [reason, setReason] = useState<(typeof endReasons)[number]>('graduated');
  const [cancelBookings, setCancelBookings] = useState(false);
  const [isTold, setTold] = useState(false);
  const wish: Wish = { deed, words: words.trim(), date, today, reason, cancelBookings };
  const [settled] = useDebouncedValue(wish, 300);
  const preview = useQuery({
    queryKey: ['memberships', 'preview', membership.id, { ...settled, words: '' }],
    queryFn: () => affectedBy(membership.id, { ...settled, words: settled.words || '-' }),
    enabled: deed === 'approve-pause' || deed === 'suspend' || deed === 'end',
    retry: false,
  });
  const doing = useCommand((wanted: Wish) => act(membership.id, wanted), touchedByMemberships);
  const asksWords = deed !== 'approve-pause' && deed !== 'reinstate';
  const needsWords = asksWords && (deed !== 'end' || reason === 'terminated_for_cause');
  const submit = () => {
    setTold(true);
    if (needsWords && !wish.words) return;
    doing.mutate(wish, {
      onSuccess: () => {
        notifications.show({ message: t('members.done') });
        onClose();
      },
    });
  };
  return (
    <Stack>
      {deed === 'end' && (
        <NativeSelect
          label={t('members.endReason')}
          value={reason}
          onChange={(event) => setReason(endReasons.find((one) => one === event.currentTarget.value) ?? 'graduated')}
          data={endReasons.map((value) => ({ value, label: t(`members.reason.${value}`) }))}
        />
      )}
      {(deed === 'suspend' || deed === 'end') && (
        <TextInput
          type="date"
          label={deed === 'end' ? t('members.lastDay') : t('members.reviewOn')}
          value={date}
          onChange={(event) => event.currentTarget.value && setDate(event.currentTarget.value)}
        />
      )}
      {asksWords && (
        <Textarea
          label={deed === 'renew' ? t('members.review') : t('decide.reason')}
          description={t('members.wordsRead')}
          autosize
          minRows={2}
          maxLength={1000}
          value={words}
          error={isTold && needsWords && !wish.words ? t('refusal.reasoned_decision.why') : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {deed === 'suspend' && (
        <Checkbox
          label={t('members.cancelBookings')}
          checked={cancelBookings}
          onChange={(event) => setCancelBookings(event.currentTarget.checked)}
        />
      )}
      {preview.data && <Affected {...preview.data} />}
      <NotGranted error={doing.error ?? preview.error} timeZone={site.timeZone} />
      <Group>
        <Button
          color={deed === 'end' || deed === 'suspend' ? 'red' : undefined}
          loading={doing.isPending}
          onClick={submit}
        >
          {t(`members.do.${deed}`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
