import { Anchor, Group, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../api/use-session';
import { localDate, spanOf, viewerZone } from '../time/site-time';
import { ActionItems, inOrderOfDue, isDueBy } from './ActionItems';
import { actionItemsOf, mySessions } from './reads';
import { SessionCard } from './SessionCard';

/** How many days ahead something to do is shown at home. */
const ahead = 7;

/** For home: the next session with a coach, and what is to be done until then. Nothing where there is neither. */
export function CoachingAhead({ now }: { now: number }) {
  const { t } = useTranslation();
  const person = usePerson();
  const sessions = useQuery(mySessions(person.id, now));
  const items = useQuery(actionItemsOf(person.id, { assigneeId: person.id }));
  const today = localDate(now, viewerZone());
  const next = sessions.data?.find((one) => one.status === 'confirmed' && spanOf(one).end > now);
  const due = inOrderOfDue(items.data?.filter((item) => isDueBy(item, today, ahead)) ?? []).slice(0, 4);
  if (!next && due.length === 0) return null;
  return (
    <section aria-labelledby="coaching-ahead">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="coaching-ahead">
          {t('coaching.title')}
        </Title>
        <Anchor component={Link} to="/coaching">
          {t('coaching.seeAll')}
        </Anchor>
      </Group>
      <Stack gap="sm">
        {next && <SessionCard session={next} now={now} />}
        {due.length > 0 && (
          <Paper withBorder radius="lg" px="md" py={6}>
            <ActionItems items={due} label={t('todo.title')} />
          </Paper>
        )}
      </Stack>
    </section>
  );
}
