import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { usePerson } from '../../shared/api/use-session';
import type { Replacement } from '../../shared/api/views';
import { ReplacementOffer } from '../../shared/booking/OfferCards';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

const allReplacements = (personId: string) =>
  queryOptions({
    queryKey: ['replacements', 'all', personId],
    queryFn: async (): Promise<Replacement[]> =>
      (await answered(api.GET('/api/v1/replacements', { params: { query: { limit: 50 } } }))).items,
    refetchInterval: 60_000,
  });

/** Places offered for what closures and repairs took away, and what became of earlier ones. */
export function ReplacementsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const all = useQuery(allReplacements(person.id));
  const open = all.data?.filter(({ status }) => status === 'offered') ?? [];
  const answeredOnes = all.data?.filter(({ status }) => status !== 'offered') ?? [];
  return (
    <Page title={t('replacement.heading')} below={t('replacement.how')}>
      {all.error && !all.data && <Failure error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <Skeleton h={140} />}
      {all.data?.length === 0 && (
        <Empty scene="night" title={t('replacement.none')} text={t('replacement.noneText')}>
          <Button component={Link} to="/bookings" mt="sm">
            {t('nav.bookings')}
          </Button>
        </Empty>
      )}
      <Stack gap="xl">
        {open.length > 0 && (
          <Stack gap="sm">
            {open.map((replacement) => (
              <ReplacementOffer key={replacement.id} replacement={replacement} />
            ))}
          </Stack>
        )}
        {answeredOnes.length > 0 && (
          <section aria-labelledby="answered">
            <Title order={2} id="answered" mb="sm">
              {t('replacement.earlier')}
            </Title>
            <Stack gap="sm">
              {answeredOnes.map((replacement) => (
                <Answered key={replacement.id} replacement={replacement} />
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </Page>
  );
}

function Answered({ replacement }: { replacement: Replacement }) {
  const { t } = useTranslation();
  const words = useWords();
  const { instead, offered, timeZone, status } = replacement;
  const line = (name: string, of: { start: string; end: string }) => (
    <Text size="sm">
      {name}, {words.dateWithin(localDate(spanOf(of).start, timeZone))},{' '}
      <Clocks span={spanOf(of)} timeZone={timeZone} />
    </Text>
  );
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={offered.resource.name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} style={{ minWidth: 0, flex: '1 1 15rem' }}>
          <Group gap={6} wrap="nowrap" align="flex-start" c="dimmed">
            <Icon name="close" size={18} />
            {line(instead.resource.name, instead)}
          </Group>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <Icon name={status === 'accepted' ? 'check' : 'right'} size={18} />
            {line(offered.resource.name, offered)}
          </Group>
        </Stack>
        <Badge variant="light" color={status === 'accepted' ? 'palm' : 'gray'} tt="none">
          {t(`replacement.status.${status}`)}
        </Badge>
      </Group>
      {status === 'accepted' && (
        <Button component={Link} to={`/bookings/${replacement.bookingId}`} size="compact-sm" variant="default" mt="sm">
          {t('booking.see')}
        </Button>
      )}
    </Paper>
  );
}
