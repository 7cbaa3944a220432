import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { usePerson } from '../../shared/api/use-session';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { BackToSettings } from './BackToSettings';
import { Card } from './Card';
import { Password } from './Password';

type SignIn = components['schemas']['SignInView'];

const signInsOf = (personId: string) =>
  queryOptions({
    queryKey: ['sign-ins', personId],
    queryFn: async (): Promise<SignIn[]> => (await answered(api.GET('/api/v1/me/sessions'))).items,
  });

/** Where somebody is signed in, each to be ended, and the password. */
export function SignInsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const signIns = useQuery(signInsOf(person.id));
  const ending = useEnding(person.id);
  const items = signIns.data?.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? [];
  return (
    <>
      <BackToSettings />
      <Page title={t('signIns.title')}>
        <Stack gap="lg" maw={640}>
          <Card title={t('signIns.where')}>
            {(signIns.error ?? ending.error) && <Failure error={signIns.error ?? ending.error} />}
            {signIns.isPending && <Skeleton h={80} />}
            <Stack component="ul" gap="md" m={0} p={0}>
              {items.map((one) => (
                <One key={one.id} signIn={one} onEnd={() => ending.mutate(one.id)} />
              ))}
            </Stack>
            {items.length > 1 && (
              <Button
                mt="md"
                variant="default"
                loading={ending.isPending}
                onClick={() => ending.mutate('others')}
                styles={{ root: { height: 'auto', minHeight: 42, paddingBlock: 6 }, label: { whiteSpace: 'normal' } }}
              >
                {t('signIns.endOthers')}
              </Button>
            )}
          </Card>
          <Password />
        </Stack>
      </Page>
    </>
  );
}

function useEnding(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (which: string): Promise<void> => {
      if (which === 'others') await answered(api.POST('/api/v1/me/sessions/end-others'));
      else await answered(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id: which } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: signInsOf(personId).queryKey }),
  });
}

function One({ signIn, onEnd }: { signIn: SignIn; onEnd: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const zone = viewerZone();
  const [began, used] = [Date.parse(signIn.createdAt), Date.parse(signIn.lastUsedAt)];
  const date = words.fullDate(localDate(began, zone));
  return (
    <Group component="li" justify="space-between" style={{ listStyle: 'none' }}>
      <div style={{ minWidth: 0 }}>
        <Group gap={8} mb={2}>
          <Text fw={550}>{t('signIns.since', { date })}</Text>
          {signIn.current && <Badge tt="none">{t('signIns.here')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('signIns.used', { date: words.fullDate(localDate(used, zone)), time: words.time(used, zone) })}
        </Text>
      </div>
      {!signIn.current && (
        <Button variant="default" size="sm" aria-label={t('signIns.endThat', { date })} onClick={onEnd}>
          {t('signIns.end')}
        </Button>
      )}
    </Group>
  );
}
