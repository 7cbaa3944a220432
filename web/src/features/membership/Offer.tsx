import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { session } from '../../shared/api/session';
import type { Membership, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByMemberships } from '../../shared/membership/reads';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Confirmation } from '../../shared/ui/Confirmation';

/** An offer that waits for a yes or a no until its deadline. */
export function Offer({ membership, site }: { membership: Membership; site: Site }) {
  const { t } = useTranslation();
  const words = useWords();
  const [agreed, setAgreed] = useState(false);
  const [lacksAgreement, setLacksAgreement] = useState(false);
  const [isDeclining, declining] = useDisclosure();
  const params = { path: { id: membership.id } };
  const answering = useCommand(async (answer: 'accept' | 'decline') => {
    if (answer === 'decline') return answered(api.POST('/api/v1/memberships/{id}/decline', { params }));
    const body = { agreementVersion: membership.agreement.id };
    const accepted = await answered(api.POST('/api/v1/memberships/{id}/accept', { params, body }));
    // With the membership comes a part in the house: the screens learn of it.
    session.know(await answered(api.GET('/api/v1/me')));
    return accepted;
  }, touchedByMemberships);
  const expires = Date.parse(membership.offerExpiresAt);
  const accept = () => {
    setLacksAgreement(!agreed);
    if (!agreed) return;
    answering.mutate('accept', { onSuccess: () => notifications.show({ message: t('offer.accepted') }) });
  };
  return (
    <Paper withBorder radius="lg" p="lg" style={{ borderColor: 'var(--oasis-accent)' }}>
      <Stack gap="md">
        <Title order={2}>{t('offer.title')}</Title>
        <Text>
          {t('offer.until', {
            date: words.fullDate(localDate(expires, site.timeZone)),
            time: words.time(expires, site.timeZone),
          })}
        </Text>
        <Checkbox
          label={t('offer.agree')}
          checked={agreed}
          error={lacksAgreement && !agreed ? t('offer.agreeFirst') : undefined}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
        <NotGranted error={answering.error} timeZone={site.timeZone} />
        <Group gap="sm">
          <Button onClick={accept} loading={answering.isPending && answering.variables === 'accept'}>
            {t('offer.accept')}
          </Button>
          <Button variant="default" disabled={answering.isPending} onClick={declining.open}>
            {t('offer.decline')}
          </Button>
        </Group>
        <Confirmation
          opened={isDeclining}
          onClose={declining.close}
          title={t('offer.declineTitle')}
          text={t('offer.declineText')}
          confirm={t('offer.declineConfirm')}
          isBusy={answering.isPending}
          onConfirm={() =>
            answering.mutate('decline', {
              onSuccess: () => notifications.show({ message: t('offer.declined') }),
              onSettled: declining.close,
            })
          }
        />
      </Stack>
    </Paper>
  );
}
