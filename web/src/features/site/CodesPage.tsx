import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { siteName } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import classes from './CodesPage.module.css';
import { codesOf } from './reads';
import type { Code } from './reads';

/** The codes that lie on desks and beside doors, as a sheet to print and cut. */
export function CodesPage() {
  const { t } = useTranslation();
  return <SiteScreen title={t('site.code.title')}>{(site) => <Codes site={site} />}</SiteScreen>;
}

function Codes({ site }: { site: Site }) {
  const { t } = useTranslation();
  const codes = useQuery(codesOf(site.id));
  const issuing = useCommand(
    (resourceIds: string[] | undefined) =>
      answered(
        api.POST('/api/v1/sites/{id}/check-in-codes', {
          params: { path: { id: site.id } },
          body: resourceIds ? { resourceIds } : {},
        }),
      ),
    [['site', 'codes', site.id]],
  );
  if (codes.error && !codes.data) return <Failure error={codes.error} onRetry={() => void codes.refetch()} />;
  if (!codes.data) return <Skeleton h={300} aria-hidden />;
  const missing = codes.data.filter(({ svg }) => svg === null).length;
  return (
    <Stack gap="lg">
      <div className={classes.deeds}>
        <Text mb="sm" maw={640}>
          {t('site.code.text')}
        </Text>
        <Group gap="xs">
          {missing > 0 && (
            <Button loading={issuing.isPending} onClick={() => issuing.mutate(undefined)}>
              {t('site.code.make', { count: missing })}
            </Button>
          )}
          <Button
            variant={missing > 0 ? 'default' : 'filled'}
            disabled={missing === codes.data.length}
            onClick={() => window.print()}
          >
            {t('siteDay.print')}
          </Button>
          <Anchor
            component={Link}
            to={{ pathname: '/site/resources', search: `?site=${encodeURIComponent(site.slug)}` }}
          >
            {t('site.code.back')}
          </Anchor>
        </Group>
      </div>
      <NotGranted error={issuing.error} timeZone={site.timeZone} />
      {codes.data.length === 0 && <Empty scene="desk" title={t('site.place.none')} />}
      <ul className={classes.sheet}>
        {codes.data.map((code) => (
          <Card
            key={code.resource.id}
            code={code}
            site={siteName(site)}
            isBusy={issuing.isPending}
            onRenew={() => issuing.mutate([code.resource.id])}
          />
        ))}
      </ul>
    </Stack>
  );
}

function Card(props: { code: Code; site: string; isBusy: boolean; onRenew: () => void }) {
  const { t } = useTranslation();
  const { resource, code, svg } = props.code;
  return (
    <li className={classes.card} data-code={resource.name} data-missing={svg === null ? '' : undefined}>
      <Text fw={700} fz="lg">
        {resource.name}
      </Text>
      {svg ? (
        <img className={classes.picture} src={pictureOf(svg)} alt={t('site.code.picture', { place: resource.name })} />
      ) : (
        <div className={classes.gap}>{t('site.code.none')}</div>
      )}
      {code && <Text className={classes.code}>{code}</Text>}
      <Text size="sm" c="dimmed">
        {props.site}
      </Text>
      <Button
        className={classes.deeds}
        size="xs"
        variant="subtle"
        disabled={props.isBusy}
        aria-label={t('site.code.renewNamed', { place: resource.name })}
        onClick={props.onRenew}
      >
        {svg ? t('site.code.renew') : t('site.code.makeOne')}
      </Button>
    </li>
  );
}

/** The drawing as the address of a picture, so that nothing in it can become part of the page. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
