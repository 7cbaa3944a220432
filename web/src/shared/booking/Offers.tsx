import { Box, Stack, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../api/use-session';
import { HeldPlace, ReplacementOffer, WaitingOffer } from './OfferCards';
import { myHolds, myReplacements, myWaiting } from './reads';

/** Everything that is held for oneself and waits for an answer; nothing when nothing does. */
export function Offers({ mb }: { mb?: 'xl' }) {
  const { t } = useTranslation();
  const person = usePerson();
  const client = useQueryClient();
  const held = useQuery(myHolds(person.id));
  const holds = held.data ?? [];
  const replacements = useQuery(myReplacements(person.id)).data ?? [];
  const offered = (useQuery(myWaiting(person.id)).data ?? []).filter(({ status }) => status === 'offered');
  if (holds.length + replacements.length + offered.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="offers" mb={mb}>
      <Title order={2} id="offers" mb="sm">
        {t('waiting.offers')}
      </Title>
      <Stack gap="sm">
        {holds.map((hold) => (
          <HeldPlace
            key={hold.id}
            hold={hold}
            onEnd={() => {
              void held.refetch();
              void client.invalidateQueries({ queryKey: ['day'] });
            }}
          />
        ))}
        {replacements.map((replacement) => (
          <ReplacementOffer key={replacement.id} replacement={replacement} />
        ))}
        {offered.map((entry) => (
          <WaitingOffer key={entry.id} entry={entry} />
        ))}
      </Stack>
    </Box>
  );
}
