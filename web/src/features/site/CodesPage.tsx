import {
  Anchor,
  Button,
  Checkbox,
  Group,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { siteName } from '../../shared/api/house';
import type { Kind, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { SiteScreen } from '../../shared/site/SiteScreen';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { codeGroups, printed, withMembers } from './code-sheet';
import type { CodeGroup } from './code-sheet';
import classes from './CodesPage.module.css';
import { codesOf } from './reads';
import type { Code } from './reads';

/** The codes that lie on desks and beside doors, as a sheet to print and cut. */
export function CodesPage() {
  const { t } = useTranslation();
  return <SiteScreen title={t('site.code.title')}>{(site) => <Codes site={site} />}</SiteScreen>;
}

/** More codes than this are closed by kind on a phone, where they would be a very long page. */
const mostOnPhone = 8;

function Codes({ site }: { site: Site }) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<Kind>>(new Set());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
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
  const groups = codeGroups(codes.data, search);
  const toPrint = printed(
    groups.flatMap((group) => group.codes),
    leftOut,
  ).length;
  const opensAtFirst = !isPhone || codes.data.length <= mostOnPhone;
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
            leftSection={<Icon name="print" />}
            disabled={toPrint === 0}
            onClick={() => window.print()}
          >
            {t('site.code.print', { count: toPrint })}
          </Button>
          <Anchor
            component={Link}
            to={{ pathname: '/site/resources', search: `?site=${encodeURIComponent(site.slug)}` }}
          >
            {t('site.code.back')}
          </Anchor>
        </Group>
        {codes.data.length > mostOnPhone && (
          <TextInput
            mt="md"
            maw={420}
            type="search"
            aria-label={t('site.code.search')}
            placeholder={t('site.code.search')}
            leftSection={<Icon name="search" size={20} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      <NotGranted error={issuing.error} timeZone={site.timeZone} />
      {codes.data.length === 0 && <Empty scene="desk" title={t('site.place.none')} />}
      {codes.data.length > 0 && groups.length === 0 && <Text c="dimmed">{t('site.code.notFound')}</Text>}
      {groups.map((group) => (
        <KindOfCodes
          key={group.kind}
          group={group}
          site={siteName(site)}
          isOpen={search.trim() !== '' || opensAtFirst !== turned.has(group.kind)}
          onTurn={() => setTurned(withMembers(turned, [group.kind], !turned.has(group.kind)))}
          leftOut={leftOut}
          onLeaveOut={(ids, isOut) => setLeftOut(withMembers(leftOut, ids, isOut))}
          isBusy={issuing.isPending}
          onRenew={(id) => issuing.mutate([id])}
        />
      ))}
    </Stack>
  );
}

interface KindProps {
  group: CodeGroup;
  site: string;
  isOpen: boolean;
  onTurn: () => void;
  leftOut: ReadonlySet<string>;
  onLeaveOut: (resourceIds: string[], isOut: boolean) => void;
  isBusy: boolean;
  onRenew: (resourceId: string) => void;
}

/** The codes of one kind, to be opened and closed, and which of them are printed. */
function KindOfCodes({ group, site, isOpen, onTurn, leftOut, onLeaveOut, isBusy, onRenew }: KindProps) {
  const { t } = useTranslation();
  const { kind, codes } = group;
  const there = printed(codes, new Set());
  const chosen = printed(codes, leftOut).length;
  return (
    <section aria-labelledby={`codes-${kind}`}>
      <Group justify="space-between" className={classes.deeds} mb={isOpen ? 'sm' : 0}>
        <UnstyledButton aria-expanded={isOpen} onClick={onTurn} className={classes.kind}>
          <span className={classes.turn} data-open={isOpen || undefined}>
            <Icon name="right" />
          </span>
          <Title order={2} id={`codes-${kind}`}>
            {t(`kind.plural.${kind}`)}
          </Title>
          <Text c="dimmed">{codes.length}</Text>
        </UnstyledButton>
        {there.length > 0 && (
          <Checkbox
            label={t('site.code.printed', { chosen, all: there.length })}
            aria-label={t('site.code.printKind', { kind: t(`kind.plural.${kind}`) })}
            checked={chosen === there.length}
            indeterminate={chosen > 0 && chosen < there.length}
            onChange={() =>
              onLeaveOut(
                there.map(({ resource }) => resource.id),
                chosen === there.length,
              )
            }
          />
        )}
      </Group>
      <ul className={classes.sheet} data-closed={isOpen ? undefined : ''}>
        {codes.map((code) => (
          <Card
            key={code.resource.id}
            code={code}
            site={site}
            isChosen={!leftOut.has(code.resource.id)}
            onChoose={(isChosen) => onLeaveOut([code.resource.id], !isChosen)}
            isBusy={isBusy}
            onRenew={() => onRenew(code.resource.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  code: Code;
  site: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  isBusy: boolean;
  onRenew: () => void;
}

function Card({ code: { resource, code, svg }, site, isChosen, onChoose, isBusy, onRenew }: CardProps) {
  const { t } = useTranslation();
  const renewing = svg ? t('site.code.renew') : t('site.code.makeOne');
  return (
    <li className={classes.card} data-code={resource.name} data-left-out={svg && isChosen ? undefined : ''}>
      <div className={classes.words}>
        <Text fw={700} fz="lg">
          {resource.name}
        </Text>
        {code && <Text className={classes.code}>{code}</Text>}
        <Text size="sm" c="dimmed" className={classes.site}>
          {site}
        </Text>
      </div>
      {svg ? (
        <img className={classes.picture} src={pictureOf(svg)} alt={t('site.code.picture', { place: resource.name })} />
      ) : (
        <div className={classes.gap}>{t('site.code.none')}</div>
      )}
      <Group className={classes.deeds} gap="sm" justify="center" wrap="nowrap">
        {svg && (
          <Checkbox
            aria-label={t('site.code.printNamed', { place: resource.name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={isBusy}
          aria-label={`${renewing}: ${resource.name}`}
          onClick={onRenew}
        >
          {renewing}
        </Button>
      </Group>
    </li>
  );
}

/** The drawing as the address of a picture, so that nothing in it can become part of the page. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
