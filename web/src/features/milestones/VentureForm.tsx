import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import type { Venture } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';
import { useBeginVenture, useChangeVenture } from './commands';

interface Props {
  siteId: string;
  /** The venture to change; a new one when left out. */
  venture?: Venture;
  onClose: () => void;
}

/** What a venture says of itself. */
export function VentureForm({ venture, ...rest }: Props) {
  return venture ? <Changed venture={venture} {...rest} /> : <Begun {...rest} />;
}

const grants = ['unknown', 'not_applying', 'waiting', 'decided'] as const;

function useFields(venture?: Venture) {
  const { t } = useTranslation();
  return useForm({
    initialValues: {
      name: venture?.name ?? '',
      sentence: venture?.sentence ?? '',
      startUpGrant: venture?.startUpGrant ?? 'unknown',
    },
    validate: {
      name: (value) => (value.trim() ? null : t('milestones.nameMissing')),
      sentence: (value) => (value.trim() ? null : t('milestones.sentenceMissing')),
    },
  });
}

function Begun({ siteId, onClose }: Omit<Props, 'venture'>) {
  const { t } = useTranslation();
  const begin = useBeginVenture();
  const form = useFields();
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, sentence }) =>
        begin.mutate({ siteId, name: name.trim(), sentence: sentence.trim() }, { onSuccess: onClose }),
      )}
    >
      <Stack>
        <TextInput label={t('milestones.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Textarea autosize maxLength={300} label={t('milestones.sentence')} {...form.getInputProps('sentence')} />
        {begin.error && <Failure error={begin.error} />}
        <Group>
          <Button type="submit" loading={begin.isPending}>
            {t('milestones.beginConfirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Changed({ venture, onClose }: Omit<Props, 'venture' | 'siteId'> & { venture: Venture }) {
  const { t } = useTranslation();
  const change = useChangeVenture();
  const seen = useAsOpened(venture, change.error);
  const form = useFields(venture);
  const isStopped = venture.status === 'stopped';
  const done = { onSuccess: onClose };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, sentence, startUpGrant }) =>
        change.mutate({ venture: seen, name: name.trim(), sentence: sentence.trim(), startUpGrant }, done),
      )}
    >
      <Stack>
        <TextInput label={t('milestones.name')} maxLength={120} disabled={isStopped} {...form.getInputProps('name')} />
        <Textarea
          autosize
          maxLength={300}
          label={t('milestones.sentence')}
          disabled={isStopped}
          {...form.getInputProps('sentence')}
        />
        <NativeSelect
          label={t('milestones.grantLabel')}
          disabled={isStopped}
          data={grants.map((value) => ({ value, label: t(`milestones.grant.${value}`) }))}
          {...form.getInputProps('startUpGrant')}
        />
        {change.error && <Failure error={change.error} />}
        <Group>
          {isStopped ? (
            <Button loading={change.isPending} onClick={() => change.mutate({ venture, status: 'active' }, done)}>
              {t('milestones.takeUp')}
            </Button>
          ) : (
            <>
              <Button type="submit" loading={change.isPending}>
                {t('action.save')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => change.mutate({ venture, status: 'stopped' }, done)}>
                {t('milestones.stop')}
              </Button>
            </>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
