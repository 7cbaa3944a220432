import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { useAnswer } from './reads';
import type { ErasureRequest } from './reads';

/** A yes that is carried out a day later, or a no with a reason that the person reads. */
export function AnswerSheet({ request, onDone }: { request: ErasureRequest; onDone: () => void }) {
  const { t } = useTranslation();
  const answering = useAnswer(request.id);
  const canBeGranted = request.hindrances.length === 0;
  const [grants, setGrants] = useState(canBeGranted);
  const [reason, setReason] = useState('');
  return (
    <Stack>
      <Text>{t('erasure.person', { name: request.personName, email: request.email ?? '' })}</Text>
      <Radio.Group
        label={t('erasure.yourAnswer')}
        value={grants ? 'granted' : 'refused'}
        onChange={(value) => setGrants(value === 'granted')}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="granted"
            disabled={!canBeGranted}
            label={t('erasure.grant')}
            description={canBeGranted ? t('erasure.grantMeans') : t('erasure.grantNotYet')}
          />
          <Radio value="refused" label={t('erasure.refuse')} description={t('erasure.refuseMeans')} />
        </Stack>
      </Radio.Group>
      {!grants && (
        <Textarea
          label={t('erasure.reason')}
          description={t('erasure.reasonRead')}
          autosize
          minRows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <NotGranted error={answering.error} timeZone={viewerZone()} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.notNow')}
        </Button>
        <Button
          color={grants ? 'red' : undefined}
          loading={answering.isPending}
          disabled={!grants && reason.trim() === ''}
          onClick={() =>
            answering.mutate(grants ? undefined : { reason: reason.trim() }, {
              onSuccess: () => {
                notifications.show({ message: t('erasure.answered') });
                onDone();
              },
            })
          }
        >
          {grants ? t('erasure.doGrant') : t('erasure.doRefuse')}
        </Button>
      </Group>
    </Stack>
  );
}
