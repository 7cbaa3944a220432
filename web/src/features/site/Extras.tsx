import { Button, Checkbox, Group, NumberInput, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newest, useAsOpened } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { AffectedBookings } from './Affected';
import { extrasOf, touchedBySite } from './reads';
import type { Extra } from './reads';

/** What a site lends with its places, and how much of it there is. */
export function Extras({ site }: { site: Site }) {
  const { t } = useTranslation();
  const extras = useQuery(extrasOf(site.id));
  const [edited, setEdited] = useState<Extra | 'new'>();
  const some = extras.data?.filter(({ status }) => status === 'active') ?? [];
  return (
    <RowSection
      title={t('site.extra.title')}
      beside={
        <Button leftSection={<Icon name="plus" />} onClick={() => setEdited('new')}>
          {t('site.extra.add')}
        </Button>
      }
    >
      {extras.error && <Failure error={extras.error} onRetry={() => void extras.refetch()} />}
      {extras.isPending && <Skeleton h={120} aria-hidden />}
      {extras.data && some.length === 0 && (
        <Empty scene="desk" title={t('site.extra.none')} text={t('site.extra.noneText')} />
      )}
      {some.length > 0 && (
        <Rows>
          {some.map((extra) => (
            <Row
              key={extra.id}
              name={extra.name}
              deeds={
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('site.place.editNamed', { place: extra.name })}
                  onClick={() => setEdited(extra)}
                >
                  {t('site.place.edit')}
                </Button>
              }
            >
              <Text fw={650}>{extra.name}</Text>
              <Text size="sm" c="dimmed">
                {t('site.extra.stock', { count: extra.stock })}
              </Text>
            </Row>
          ))}
        </Rows>
      )}
      <Sheet
        opened={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited === 'new' ? t('site.extra.add') : (edited?.name ?? '')}
      >
        {edited && (
          <Form
            key={edited === 'new' ? 'new' : edited.id}
            site={site}
            extra={edited === 'new' ? undefined : newest(edited, extras.data)}
            onDone={() => {
              notifications.show({ message: t('site.saved') });
              setEdited(undefined);
            }}
          />
        )}
      </Sheet>
    </RowSection>
  );
}

function Form({ site, extra, onDone }: { site: Site; extra: Extra | undefined; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(extra?.name ?? '');
  const [stock, setStock] = useState(extra?.stock ?? 1);
  const [isOver, setOver] = useState(false);
  const [isTold, setTold] = useState(false);
  const [submission] = useState(() => new Submission());
  const change = { name: name.trim(), stock, ...(isOver && { status: 'retired' as const }) };
  const lends = extra !== undefined && (isOver || stock < extra.stock);
  const preview = useQuery({
    queryKey: ['site', 'extra-preview', extra?.id, stock, isOver],
    queryFn: async () => {
      const params = { path: { id: extra?.id ?? '' }, query: { preview: true } };
      const body = { stock, ...(isOver && { status: 'retired' as const }) };
      const answer = await answered(api.PATCH('/api/v1/extras/{id}', { params, body }));
      return 'affectedBookings' in answer ? answer : { affectedBookings: [] };
    },
    enabled: lends,
    staleTime: 0,
    retry: false,
  });
  const saving = useCommand((meant: Extra | undefined): Promise<unknown> => {
    if (!meant) {
      const body = { name: name.trim(), stock };
      const params = { path: { id: site.id }, header: { 'Idempotency-Key': submission.keyFor(body) } };
      return answered(api.POST('/api/v1/sites/{id}/extras', { params, body }));
    }
    const params = { path: { id: meant.id }, header: { 'If-Match': `"${meant.version}"` } };
    return answered(api.PATCH('/api/v1/extras/{id}', { params, body: change }));
  }, touchedBySite);
  const asOpened = useAsOpened(extra, saving.error);
  return (
    <Stack>
      <TextInput
        label={t('site.extra.name')}
        maxLength={80}
        value={name}
        error={isTold && !name.trim() ? t('site.needed') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        size="md"
        label={t('site.extra.howMany')}
        min={0}
        max={1000}
        allowDecimal={false}
        value={stock}
        onChange={(value) => typeof value === 'number' && setStock(value)}
      />
      {extra && (
        <Checkbox
          label={t('site.extra.retire')}
          checked={isOver}
          onChange={(event) => setOver(event.currentTarget.checked)}
        />
      )}
      {lends && preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} lose="extras" />}
      <NotGranted error={saving.error ?? (lends ? preview.error : null)} timeZone={site.timeZone} />
      <Group>
        <Button
          loading={saving.isPending}
          onClick={() => {
            setTold(true);
            if (name.trim()) saving.mutate(asOpened, { onSuccess: onDone });
          }}
        >
          {t('action.save')}
        </Button>
      </Group>
    </Stack>
  );
}
