import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { rulesOf } from '../../shared/api/house';
import type { Kind, Plan, ResourceRule, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { plansInForce } from '../../shared/membership/reads';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Conflicts } from './Conflicts';
import { decided, undecided } from './decision';
import type { Deciding } from './decision';
import { outranking } from './outranking';
import { touchedBySite } from './reads';

const grids = [5, 10, 15, 20, 30, 60];

/** The numbers of a rule in the order of a booking's life, each with the bounds that the house sets. */
const fields = [
  { name: 'horizonDays', min: 1, max: 730 },
  { name: 'noticeMinutes', min: 0, max: 43_200 },
  { name: 'shortestMinutes', min: 5, max: 1440 },
  { name: 'longestMinutes', min: 5, max: 1440 },
  { name: 'cancelMinutes', min: 0, max: 43_200 },
  { name: 'checkInBeforeMinutes', min: 0, max: 240 },
  { name: 'checkInAfterMinutes', min: 0, max: 240 },
  { name: 'bufferMinutes', min: 0, max: 60 },
] as const;

/** What each kind of place asks of a booking. */
export function RulesSection({ site }: { site: Site }) {
  const { t } = useTranslation();
  const rules = useQuery(rulesOf(site.id));
  const plans = useQuery(plansInForce(site.id));
  return (
    <section aria-labelledby="rules">
      <Title order={2} id="rules" mb="sm">
        {t('site.rules.title')}
      </Title>
      {rules.error && !rules.data && <Failure error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <Skeleton h={200} aria-hidden />}
      <Stack>
        {rules.data?.map((rule) => (
          <KindRule key={rule.kind} site={site} rule={rule} plans={plans.data ?? []} />
        ))}
      </Stack>
    </section>
  );
}

function KindRule({ site, rule, plans }: { site: Site; rule: ResourceRule; plans: Plan[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [wish, setWish] = useState<ResourceRule>();
  const facts = [
    t('site.rules.fact.horizon', { count: rule.horizonDays }),
    t('site.rules.fact.length', {
      shortest: words.length(rule.shortestMinutes),
      longest: words.length(rule.longestMinutes),
    }),
    rule.noticeMinutes > 0 && t('site.rules.fact.notice', { length: words.length(rule.noticeMinutes) }),
    t('site.rules.fact.cancel', { length: words.length(rule.cancelMinutes) }),
    rule.futureBookings !== null && t('site.rules.fact.ahead', { count: rule.futureBookings }),
  ].filter(Boolean);
  return (
    <Paper component="section" withBorder radius="lg" p="md" aria-label={t(`kind.plural.${rule.kind}`)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={3}>{t(`kind.plural.${rule.kind}`)}</Title>
          {!wish && facts.join(' · ')}
        </div>
        {!wish && (
          <Button
            size="sm"
            flex="none"
            variant="default"
            aria-label={t('site.place.editNamed', { place: t(`kind.plural.${rule.kind}`) })}
            onClick={() => setWish(rule)}
          >
            {t('site.place.edit')}
          </Button>
        )}
      </Group>
      <PlansSay kind={rule.kind} plans={plans} />
      {wish && <RuleForm site={site} rule={rule} wish={wish} onChange={setWish} onLeave={() => setWish(undefined)} />}
    </Paper>
  );
}

/** Which plans say another number than the site: theirs holds, whatever is written here. */
function PlansSay({ kind, plans }: { kind: Kind; plans: Plan[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const found = outranking(kind, plans, ({ name, version, current }) =>
    current ? name : t('site.rules.olderVersion', { plan: name, version }),
  );
  if (found.length === 0) return null;
  return (
    <Text component="div" size="sm" c="dimmed" mt="xs" data-outranked={kind}>
      {t('site.rules.outranked')}
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {found.map(({ plans: alike, horizonDays, futureBookings, longestMinutes }) => (
          <li key={alike[0]}>
            {t('site.rules.planSays', {
              plan: alike.join(', '),
              says: [
                horizonDays !== null && t('site.rules.fact.horizon', { count: horizonDays }),
                longestMinutes !== null && t('site.rules.fact.longest', { length: words.length(longestMinutes) }),
                futureBookings !== null && t('site.rules.fact.ahead', { count: futureBookings }),
              ]
                .filter(Boolean)
                .join(' · '),
            })}
          </li>
        ))}
      </ul>
    </Text>
  );
}

interface RuleFormProps {
  site: Site;
  rule: ResourceRule;
  wish: ResourceRule;
  onChange: (wish: ResourceRule) => void;
  onLeave: () => void;
}

function RuleForm({ site, rule, wish, onChange, onLeave }: RuleFormProps) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<Deciding>(undecided);
  const [settled] = useDebouncedValue(wish, 400);
  const isSound = wish.shortestMinutes <= wish.longestMinutes;
  const isChanged = JSON.stringify(settled) !== JSON.stringify(rule);
  const path = { id: site.id };
  const preview = useQuery({
    queryKey: ['site', 'rules-preview', site.id, settled],
    queryFn: async () => {
      const params = { path, query: { preview: true } };
      const answer = await answered(
        api.PUT('/api/v1/sites/{id}/resource-rules', { params, body: { items: [settled] } }),
      );
      if ('items' in answer) throw new Error('The server answered a preview with rules.');
      return answer;
    },
    enabled: isChanged && settled.shortestMinutes <= settled.longestMinutes,
    staleTime: 0,
    retry: false,
  });
  const saving = useCommand(() => {
    const body = { items: [wish], ...decided(decision, preview.data?.seen) };
    return answered(api.PUT('/api/v1/sites/{id}/resource-rules', { params: { path }, body }));
  }, touchedBySite);
  return (
    <Stack mt="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <NativeSelect
          label={t('site.rules.field.gridMinutes')}
          value={String(wish.gridMinutes)}
          onChange={(event) => onChange({ ...wish, gridMinutes: Number(event.currentTarget.value) })}
          data={grids.map(String)}
        />
        {fields.map(({ name, min, max }) => (
          <NumberInput
            key={name}
            size="md"
            label={t(`site.rules.field.${name}`)}
            min={min}
            max={max}
            allowDecimal={false}
            value={wish[name]}
            error={name === 'longestMinutes' && !isSound ? t('site.rules.lengths') : undefined}
            onChange={(value) => typeof value === 'number' && onChange({ ...wish, [name]: value })}
          />
        ))}
      </SimpleGrid>
      <Group align="flex-end">
        <Checkbox
          label={t('site.rules.limited')}
          checked={wish.futureBookings !== null}
          onChange={(event) => onChange({ ...wish, futureBookings: event.currentTarget.checked ? 10 : null })}
        />
        {wish.futureBookings !== null && (
          <NumberInput
            size="md"
            w={140}
            label={t('site.rules.field.futureBookings')}
            min={1}
            max={1000}
            allowDecimal={false}
            value={wish.futureBookings}
            onChange={(value) => typeof value === 'number' && onChange({ ...wish, futureBookings: value })}
          />
        )}
      </Group>
      {isChanged && preview.data && (
        <Conflicts preview={preview.data} timeZone={site.timeZone} value={decision} onChange={setDecision} />
      )}
      <NotGranted error={saving.error ?? (isChanged ? preview.error : null)} timeZone={site.timeZone} />
      <Group>
        <Button
          loading={saving.isPending}
          disabled={!isSound || !isChanged || !preview.data || preview.isFetching}
          onClick={() =>
            saving.mutate(undefined, {
              onSuccess: () => {
                notifications.show({ message: t('site.saved') });
                onLeave();
              },
            })
          }
        >
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
