import { Button, Checkbox, Chip, Group, Input, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import type { Kind, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { knownFeatures, useFeatureNames } from '../../shared/plan/names';
import { Conflicts } from './Conflicts';
import { decided, undecided } from './decision';
import type { Deciding } from './decision';
import { touchedBySite } from './reads';
import type { Place } from './reads';

const kinds: Kind[] = ['desk', 'room', 'booth'];

interface Wish {
  kind: Kind;
  name: string;
  capacity: number;
  features: string[];
  zone: string;
  needsApproval: boolean;
  x: number | '';
  y: number | '';
}

function wishOf(place: Place | undefined): Wish {
  return {
    kind: place?.kind ?? 'desk',
    name: place?.name ?? '',
    capacity: place?.capacity ?? 1,
    features: place?.features ?? [],
    zone: place?.zone ?? '',
    needsApproval: place?.needsApproval ?? false,
    x: place?.position?.x ?? '',
    y: place?.position?.y ?? '',
  };
}

function bodyOf({ name, capacity, features, zone, needsApproval, x, y }: Wish) {
  return {
    name: name.trim(),
    capacity,
    features,
    zone: zone.trim() || null,
    needsApproval,
    position: x === '' || y === '' ? null : { x, y },
  };
}

/** What a place is like. A change shows at once which bookings would lose what they count on. */
export function PlaceForm({ site, place, onDone }: { site: Site; place: Place | undefined; onDone: () => void }) {
  const { t } = useTranslation();
  const featureNames = useFeatureNames();
  const [wish, setWish] = useState(() => wishOf(place));
  const [decision, setDecision] = useState<Deciding>(undecided);
  const [other, setOther] = useState('');
  const [isTold, setTold] = useState(false);
  const [submission] = useState(() => new Submission());
  const set = (change: Partial<Wish>) => setWish((before) => ({ ...before, ...change }));
  const offered = [...new Set([...knownFeatures, ...wish.features])];

  const [settled] = useDebouncedValue(wish, 400);
  const takesAway =
    place !== undefined &&
    (settled.capacity < place.capacity || place.features.some((one) => !settled.features.includes(one)));
  const preview = useQuery({
    queryKey: ['site', 'place-preview', place?.id, settled.capacity, settled.features],
    queryFn: async () => {
      const params = { path: { id: place?.id ?? '' }, query: { preview: true } };
      const body = { capacity: settled.capacity, features: settled.features };
      const answer = await answered(api.PATCH('/api/v1/resources/{id}', { params, body }));
      if ('id' in answer) throw new Error('The server answered a preview with a place.');
      return answer;
    },
    enabled: takesAway,
    staleTime: 0,
    retry: false,
  });

  const saving = useCommand((meant: Place | undefined): Promise<unknown> => {
    const body = bodyOf(wish);
    if (!meant) {
      const created = { ...body, kind: wish.kind };
      const header = { 'Idempotency-Key': submission.keyFor(created) };
      const params = { path: { id: site.id }, header };
      return answered(api.POST('/api/v1/sites/{id}/resources', { params, body: created }));
    }
    const params = { path: { id: meant.id }, header: { 'If-Match': `"${meant.version}"` } };
    const changed = { ...body, ...(takesAway && decided(decision, preview.data?.seen)) };
    return answered(api.PATCH('/api/v1/resources/{id}', { params, body: changed }));
  }, touchedBySite);
  const asOpened = useAsOpened(place, saving.error);

  const submit = () => {
    setTold(true);
    if (wish.name.trim()) saving.mutate(asOpened, { onSuccess: onDone });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {!place && (
          <NativeSelect
            label={t('site.place.kind')}
            value={wish.kind}
            onChange={(event) => set({ kind: kinds.find((one) => one === event.currentTarget.value) ?? 'desk' })}
            data={kinds.map((value) => ({ value, label: t(`site.place.kinds.${value}`) }))}
          />
        )}
        <TextInput
          label={t('site.place.name')}
          maxLength={100}
          value={wish.name}
          error={isTold && !wish.name.trim() ? t('site.needed') : undefined}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Group grow>
          <NumberInput
            size="md"
            label={t('site.place.capacity')}
            min={1}
            max={500}
            allowDecimal={false}
            value={wish.capacity}
            onChange={(value) => typeof value === 'number' && set({ capacity: value })}
          />
          <TextInput
            label={t('site.place.zone')}
            maxLength={60}
            value={wish.zone}
            onChange={(event) => set({ zone: event.currentTarget.value })}
          />
        </Group>
        <Input.Wrapper label={t('site.place.features')} labelElement="div" size="md">
          <Group gap={6} mt={4} role="group" aria-label={t('site.place.features')}>
            <Chip.Group multiple value={wish.features} onChange={(features) => set({ features })}>
              {offered.map((one) => (
                <Chip key={one} value={one} size="sm">
                  {featureNames([one])}
                </Chip>
              ))}
            </Chip.Group>
          </Group>
        </Input.Wrapper>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('site.place.otherFeature')}
            maxLength={40}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!other.trim()}
            onClick={() => {
              set({ features: [...new Set([...wish.features, other.trim().toLowerCase().replaceAll(/\s+/g, '-')])] });
              setOther('');
            }}
          >
            {t('site.place.addFeature')}
          </Button>
        </Group>
        <Checkbox
          label={t('site.place.needsApproval')}
          checked={wish.needsApproval}
          onChange={(event) => set({ needsApproval: event.currentTarget.checked })}
        />
        <Group grow>
          {(['x', 'y'] as const).map((axis) => (
            <NumberInput
              key={axis}
              size="md"
              label={t(`site.plan.${axis}`)}
              min={0}
              max={10_000}
              step={0.5}
              decimalScale={2}
              value={wish[axis]}
              onChange={(value) => set({ [axis]: typeof value === 'number' ? value : '' })}
            />
          ))}
        </Group>
        {takesAway && preview.data && (
          <Conflicts preview={preview.data} timeZone={site.timeZone} value={decision} onChange={setDecision} />
        )}
        <NotGranted error={saving.error ?? (takesAway ? preview.error : null)} timeZone={site.timeZone} />
        <Group>
          <Button type="submit" loading={saving.isPending} disabled={takesAway && preview.isFetching}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
