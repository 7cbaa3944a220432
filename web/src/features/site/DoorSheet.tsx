import { Anchor, Button, Checkbox, CopyButton, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withHashToken } from '../../shared/access/hash-token';
import { answered, api } from '../../shared/api/client';
import type { Locale } from '../../shared/api/views';
import { isLanguage, languages } from '../../shared/i18n';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Sheet } from '../../shared/ui/Sheet';
import type { Place } from './reads';

interface Props {
  place: Place | undefined;
  timeZone: string;
  onClose: () => void;
}

/** Makes the secret address that a tablet beside the door opens. */
export function DoorSheet({ place, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      opened={place !== undefined}
      onClose={rest.onClose}
      title={t('site.door.title', { place: place?.name ?? '' })}
    >
      {place && <Form key={place.id} place={place} {...rest} />}
    </Sheet>
  );
}

function Form({ place, timeZone, onClose }: Props & { place: Place }) {
  const { t, i18n } = useTranslation();
  const [locale, setLocale] = useState<Locale>(isLanguage(i18n.language) ? i18n.language : 'en');
  const [titles, setTitles] = useState(false);
  const params = { path: { id: place.id } };
  const opening = useCommand(async () => {
    const body = { titles, locale };
    const { url } = await answered(api.POST('/api/v1/resources/{id}/calendar-feed', { params, body }));
    const secret = url.slice(url.lastIndexOf('/') + 1).replace(/\.ics$/, '');
    return withHashToken(`${window.location.origin}/display`, secret);
  }, []);
  const closing = useCommand(() => answered(api.DELETE('/api/v1/resources/{id}/calendar-feed', { params })), []);
  return (
    <Stack>
      <Text>{t('site.door.text')}</Text>
      <NativeSelect
        label={t('site.door.language')}
        value={locale}
        onChange={(event) => isLanguage(event.currentTarget.value) && setLocale(event.currentTarget.value)}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox
        label={t('site.door.titles')}
        description={t('site.door.titlesText')}
        checked={titles}
        onChange={(event) => setTitles(event.currentTarget.checked)}
      />
      {opening.data && (
        <Stack gap="xs" role="status">
          <Text fw={650}>{t('site.door.open')}</Text>
          <Anchor href={opening.data} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
            {opening.data}
          </Anchor>
          <CopyButton value={opening.data}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} style={{ alignSelf: 'flex-start' }}>
                {copied ? t('site.door.copied') : t('site.door.copy')}
              </Button>
            )}
          </CopyButton>
        </Stack>
      )}
      <NotGranted error={opening.error ?? closing.error} timeZone={timeZone} />
      <Group>
        <Button loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
          {t('site.door.make')}
        </Button>
        <Button
          variant="default"
          loading={closing.isPending}
          onClick={() => closing.mutate(undefined, { onSuccess: onClose })}
        >
          {t('site.door.takeBack')}
        </Button>
      </Group>
    </Stack>
  );
}
