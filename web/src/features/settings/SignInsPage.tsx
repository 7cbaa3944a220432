import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordAgain } from '../../shared/access/PasswordAgain';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { usePerson } from '../../shared/api/use-session';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { BackToSettings } from './BackToSettings';
import { Card } from './Card';
import { Password } from './Password';
import { SecondFactor } from './SecondFactor';

type SignIn = components['schemas']['SignInView'];

const signInsOf = (personId: string) =>
  queryOptions({
    queryKey: ['sign-ins', personId],
    queryFn: async (): Promise<SignIn[]> => (await answered(api.GET('/api/v1/me/sessions'))).items,
  });

const everywhereElse = 'others';

/** Where somebody is signed in, each to be ended after the password; the second factor; and another password. */
export function SignInsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const signIns = useQuery(signInsOf(person.id));
  const client = useQueryClient();
  const [ending, setEnding] = useState<string>();
  const close = () => {
    setEnding(undefined);
    void client.invalidateQueries({ queryKey: signInsOf(person.id).queryKey });
  };
  const items = signIns.data?.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? [];
  return (
    <>
      <BackToSettings />
      <Page title={t('signIns.title')}>
        <Stack gap="lg" maw={640}>
          <Card title={t('signIns.where')}>
            {signIns.error && <Failure error={signIns.error} />}
            {signIns.isPending && <Skeleton h={80} />}
            <Stack component="ul" gap="md" m={0} p={0}>
              {items.map((one) => (
                <One key={one.id} signIn={one} onEnd={() => setEnding(one.id)} />
              ))}
            </Stack>
            {items.length > 1 && (
              <Button
                mt="md"
                variant="default"
                onClick={() => setEnding(everywhereElse)}
                styles={{ root: { height: 'auto', minHeight: 42, paddingBlock: 6 }, label: { whiteSpace: 'normal' } }}
              >
                {t('signIns.endOthers')}
              </Button>
            )}
          </Card>
          <SecondFactor />
          <Password />
        </Stack>
      </Page>
      <Sheet
        opened={ending !== undefined}
        onClose={close}
        title={ending === everywhereElse ? t('signIns.endOthers') : t('signIns.end')}
      >
        <PasswordAgain
          text={t('signIns.endText')}
          confirm={t('signIns.end')}
          isGrave
          act={({ password }) => end(ending ?? '', password)}
          onDone={close}
        />
      </Sheet>
    </>
  );
}

/** Ends one of the own sessions, or all but this one, with the password. */
async function end(which: string, password: string): Promise<void> {
  const body = { password };
  if (which === everywhereElse) await answered(api.POST('/api/v1/me/sessions/end-others', { body }));
  else await answered(api.POST('/api/v1/me/sessions/{id}/end', { params: { path: { id: which } }, body }));
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
