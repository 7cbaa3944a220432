import { Alert, Button, NativeSelect, Paper, Skeleton, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { siteName } from '../../shared/api/house';
import type { Locale, Site } from '../../shared/api/views';
import { isLanguage, languages } from '../../shared/i18n';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { documentsOf, usePublishDocument } from './reads';
import type { DocumentWish, House } from './reads';
import { useRunSite } from './use-site';

/** A new version of the agreement or of the house rules, in every language of the house. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { kind: asked } = useParams();
  const kind = asked === 'house_rules' ? 'house_rules' : 'agreement';
  const { site, house } = useRunSite();
  const documents = useQuery({ ...documentsOf(site?.id ?? ''), enabled: site !== undefined });
  const error = house.error ?? documents.error;
  return (
    <Page
      back={{ to: '/plans', label: t('plans.back') }}
      title={t('plans.newVersionOf', { plan: t(`plans.document.${kind}`) })}
      below={site && siteName(site)}
    >
      {error && <Failure error={error} onRetry={() => void documents.refetch()} />}
      {!error && (house.isPending || documents.isPending) && <Skeleton h={320} />}
      {site && documents.data && (
        <DocumentForm kind={kind} site={site} now={documents.data.find((one) => one.kind === kind)} />
      )}
    </Page>
  );
}

function DocumentForm({ kind, site, now }: { kind: DocumentWish['kind']; site: Site; now: House | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const publishing = usePublishDocument(site.id);
  const [bindingLocale, setBinding] = useState<Locale>(now?.bindingLocale ?? 'fi');
  const [isTried, setTried] = useState(false);
  const [texts, setTexts] = useState<DocumentWish['texts']>(() => {
    const begin = (locale: Locale) =>
      now?.bindingLocale === locale
        ? { title: now.binding.title, body: now.binding.body }
        : now?.locale === locale
          ? { title: now.title, body: now.body }
          : { title: '', body: '' };
    return { en: begin('en'), fi: begin('fi'), sv: begin('sv'), ru: begin('ru') };
  });
  const isComplete = Object.values(texts).every(({ title, body }) => title.trim() && body.trim());
  const lacking = (text: string) => (isTried && !text.trim() ? t('apply.needed') : undefined);
  return (
    <Stack maw={820} gap="lg">
      <Alert icon={<Icon name="note" />}>{t('plans.documentHow')}</Alert>
      <NativeSelect
        maw={320}
        label={t('plans.binding')}
        value={bindingLocale}
        onChange={(event) => isLanguage(event.currentTarget.value) && setBinding(event.currentTarget.value)}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
      {Object.entries(languages).map(([code, language]) => {
        const locale = code as Locale;
        const change = (part: Partial<DocumentWish['texts'][Locale]>) =>
          setTexts({ ...texts, [locale]: { ...texts[locale], ...part } });
        return (
          <Paper key={locale} withBorder radius="lg" p="lg" role="group" aria-label={language}>
            <TextInput
              label={t('plans.titleIn', { language })}
              lang={locale}
              maxLength={200}
              value={texts[locale].title}
              error={lacking(texts[locale].title)}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <Textarea
              mt="sm"
              label={t('plans.bodyIn', { language })}
              description={t('plans.bodyHow')}
              lang={locale}
              autosize
              minRows={4}
              maxRows={20}
              value={texts[locale].body}
              error={lacking(texts[locale].body)}
              onChange={(event) => change({ body: event.currentTarget.value })}
            />
          </Paper>
        );
      })}
      <NotGranted error={publishing.error} timeZone={site.timeZone} />
      <Button
        style={{ alignSelf: 'flex-start' }}
        loading={publishing.isPending}
        onClick={() => {
          setTried(true);
          if (!isComplete) return;
          publishing.mutate(
            { kind, bindingLocale, texts },
            {
              onSuccess: () => {
                notifications.show({ message: t('plans.published') });
                void navigate(`/plans?site=${site.slug}`);
              },
            },
          );
        }}
      >
        {t('plans.publish')}
      </Button>
    </Stack>
  );
}
