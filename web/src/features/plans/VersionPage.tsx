import {
  Alert,
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
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { siteName } from '../../shared/api/house';
import type { Locale, Plan, Site } from '../../shared/api/views';
import { languages } from '../../shared/i18n';
import { Affected } from '../../shared/membership/Affected';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { allPlansOf, usePreviewVersion, usePublish } from './reads';
import { useRunSite } from './use-site';
import { missingIn, typedOf, wishOf } from './version-form';
import type { Typed } from './version-form';

/** The limits of booking that a plan may set, each with the bounds that the house sets. */
const limits = [
  { name: 'deskHorizonDays', min: 0, max: 366 },
  { name: 'roomHorizonDays', min: 0, max: 366 },
  { name: 'roomLongestMinutes', min: 15, max: 1440 },
  { name: 'roomFutureBookings', min: 1, max: 100 },
  { name: 'guests', min: 0, max: 500 },
] as const;

const accesses = ['opening_hours', 'evenings', 'all_day'] as const;

/** A new plan, or a new version of one: what it offers, what it asks, and what that changes for whom. */
export function VersionPage() {
  const { t, i18n } = useTranslation();
  const { id } = useParams();
  const { site, house } = useRunSite();
  const plans = useQuery({ ...allPlansOf(site?.id ?? ''), enabled: site !== undefined });
  const plan = plans.data?.find(({ planId }) => planId === id);
  const title = plan ? t('plans.newVersionOf', { plan: plan.texts[i18n.language as Locale].name }) : t('plans.new');
  const error = house.error ?? plans.error;
  return (
    <Page back={{ to: '/plans', label: t('plans.back') }} title={title} below={site && siteName(site)}>
      {error && <Failure error={error} onRetry={() => void (house.error ? house.refetch() : plans.refetch())} />}
      {!error && (house.isPending || plans.isPending) && <Skeleton h={320} />}
      {site && plans.data && (id === undefined || plan) && (
        <VersionForm key={plan?.id ?? 'new'} plan={plan} site={site} />
      )}
    </Page>
  );
}

function VersionForm({ plan, site }: { plan: Plan | undefined; site: Site }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => typedOf(plan));
  const [isTried, setTried] = useState(false);
  const previewing = usePreviewVersion();
  const publishing = usePublish();
  const missing = missingIn(typed, plan === undefined);
  const set = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    previewing.reset();
  };
  const wish = wishOf(typed, plan, site.id);
  const preview = previewing.data;
  const publish = () =>
    publishing.mutate(
      { planId: plan?.planId, wish, ...(preview && { seen: preview.seen }) },
      {
        onSuccess: () => {
          notifications.show({ message: t('plans.published') });
          void navigate(`/plans?site=${site.slug}`);
        },
      },
    );
  const goOn = () => {
    setTried(true);
    if (missing.length > 0) return;
    if (plan) previewing.mutate({ planId: plan.planId, wish });
    else publish();
  };
  const number = (name: NumberField, most: number, least = 0) => (
    <NumberInput
      label={t(`plans.field.${name}`)}
      min={least}
      max={most}
      decimalScale={name === 'price' || name === 'normalPrice' ? 2 : 0}
      hideControls
      value={typed[name]}
      onChange={(value) => typeof value === 'number' && set({ [name]: value })}
    />
  );
  return (
    <Stack gap="lg" maw={820}>
      <Paper component="section" aria-labelledby="words" withBorder radius="lg" p="lg">
        <Title order={2} id="words" mb="sm">
          {t('plans.part.words')}
        </Title>
        {!plan && (
          <TextInput
            mb="md"
            maw={320}
            label={t('plans.field.code')}
            description={t('plans.codeHow')}
            value={typed.code}
            error={isTried && missing.includes('code') ? t('apply.needed') : undefined}
            onChange={(event) => set({ code: event.currentTarget.value })}
          />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          {Object.entries(languages).map(([code, language]) => {
            const locale = code as Locale;
            const change = (part: Partial<Typed['texts'][Locale]>) =>
              set({ texts: { ...typed.texts, [locale]: { ...typed.texts[locale], ...part } } });
            const lacks = isTried && missing.includes(locale);
            return (
              <Stack key={locale} gap="xs" role="group" aria-label={language}>
                <TextInput
                  label={t('plans.nameIn', { language })}
                  lang={locale}
                  maxLength={80}
                  value={typed.texts[locale].name}
                  error={lacks && !typed.texts[locale].name.trim() ? t('apply.needed') : undefined}
                  onChange={(event) => change({ name: event.currentTarget.value })}
                />
                <Textarea
                  label={t('plans.summaryIn', { language })}
                  lang={locale}
                  autosize
                  minRows={2}
                  maxLength={600}
                  value={typed.texts[locale].summary}
                  error={lacks && !typed.texts[locale].summary.trim() ? t('apply.needed') : undefined}
                  onChange={(event) => change({ summary: event.currentTarget.value })}
                />
              </Stack>
            );
          })}
        </SimpleGrid>
      </Paper>
      <Paper component="section" aria-labelledby="gives" withBorder radius="lg" p="lg">
        <Title order={2} id="gives" mb="sm">
          {t('plans.part.gives')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          {(['deskDays', 'roomHours', 'coachingHours'] as const).map((name) => (
            <Stack key={name} gap={6}>
              <NumberInput
                label={t(`plans.field.${name}`)}
                min={0}
                max={1000}
                hideControls
                disabled={typed[name] === null}
                value={typed[name] ?? ''}
                onChange={(value) => typeof value === 'number' && set({ [name]: value })}
              />
              <Checkbox
                size="sm"
                label={t('plans.unlimited')}
                aria-label={t('plans.unlimitedOf', { what: t(`plans.field.${name}`) })}
                checked={typed[name] === null}
                onChange={(event) => set({ [name]: event.currentTarget.checked ? null : 0 })}
              />
            </Stack>
          ))}
          <NativeSelect
            label={t('plans.field.access')}
            value={typed.access}
            onChange={(event) => set({ access: accesses.find((one) => one === event.currentTarget.value) })}
            data={accesses.map((value) => ({ value, label: t(`plans.access.${value}`) }))}
          />
          {typed.access === 'evenings' && (
            <TextInput
              type="time"
              label={t('plans.field.eveningCloses')}
              value={typed.eveningCloses}
              onChange={(event) => set({ eveningCloses: event.currentTarget.value })}
            />
          )}
        </SimpleGrid>
        <Checkbox
          mt="md"
          label={t('plans.field.halfDays')}
          checked={typed.halfDays}
          onChange={(event) => set({ halfDays: event.currentTarget.checked })}
        />
      </Paper>
      <Paper component="section" aria-labelledby="limits" withBorder radius="lg" p="lg">
        <Title order={2} id="limits" mb={4}>
          {t('plans.part.limits')}
        </Title>
        <Text c="dimmed" mb="sm">
          {t('plans.limitsHow')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="md" style={{ alignItems: 'end' }}>
          {limits.map(({ name, min, max }) => (
            <NumberInput
              key={name}
              label={t(`plans.field.${name}`)}
              min={min}
              max={max}
              allowDecimal={false}
              hideControls
              value={typed.limits[name] ?? ''}
              onChange={(value) =>
                set({ limits: { ...typed.limits, [name]: typeof value === 'number' ? value : null } })
              }
            />
          ))}
        </SimpleGrid>
      </Paper>
      <Paper component="section" aria-labelledby="asks" withBorder radius="lg" p="lg">
        <Title order={2} id="asks" mb="sm">
          {t('plans.part.asks')}
        </Title>
        <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="md" style={{ alignItems: 'end' }}>
          {number('price', 100_000)}
          {number('normalPrice', 100_000)}
          {number('termMonths', 60, 1)}
          {number('maxRenewals', 20)}
          {number('totalMonths', 240, 1)}
          {number('noticeDays', 366)}
          {number('offerDays', 90, 1)}
          {number('pauses', 12)}
          {number('pauseDays', 366)}
        </SimpleGrid>
      </Paper>
      {preview && (
        <Alert icon={<Icon name="people" />} title={t('plans.preview')} role="status">
          <Text>{t('plans.keeps', { count: preview.keeps.length })}</Text>
          <Text>{t('plans.keepsWhat')}</Text>
          {preview.affectedBookings.length > 0 && <Affected affectedBookings={preview.affectedBookings} />}
          {preview.over > 0 && <Text>{t('plans.over', { over: preview.over })}</Text>}
        </Alert>
      )}
      <NotGranted error={previewing.error ?? publishing.error} timeZone={site.timeZone} />
      <Group>
        {plan && !preview && (
          <Button loading={previewing.isPending} onClick={goOn}>
            {t('plans.seeFirst')}
          </Button>
        )}
        {(!plan || preview) && (
          <Button loading={publishing.isPending} onClick={plan ? publish : goOn}>
            {t('plans.publish')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

type NumberField =
  | 'price'
  | 'normalPrice'
  | 'termMonths'
  | 'maxRenewals'
  | 'totalMonths'
  | 'noticeDays'
  | 'offerDays'
  | 'pauses'
  | 'pauseDays';
