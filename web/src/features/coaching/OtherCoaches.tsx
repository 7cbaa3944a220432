import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coachesOf } from '../../shared/coaching/reads';
import type { Assignment } from '../../shared/coaching/views';
import { CoachFacts } from './CoachFacts';
import { Part } from './Part';
import { Wish } from './Wish';

/** How many coaches are shown before somebody asks for all. */
const few = 3;

interface Props {
  siteId: string | undefined;
  except: Assignment[];
  /** Whether a coach is still to be found, so that wishes weigh. */
  mayWish: boolean;
}

/** Coaches who can be asked without an assignment: an office hour costs nothing. Of them one may wish for a coach. */
export function OtherCoaches({ siteId, except, mayWish }: Props) {
  const { t } = useTranslation();
  const coaches = useQuery({ ...coachesOf(siteId ?? ''), enabled: siteId !== undefined });
  const [isAll, setAll] = useState(false);
  const others = (coaches.data ?? []).filter(
    ({ id, status }) => status === 'active' && !except.some(({ coach }) => coach.id === id),
  );
  if (others.length === 0) return null;
  return (
    <Part id="office-hours" title={t('coaching.officeHours')}>
      <Text c="dimmed" mb="sm">
        {t('coaching.officeHoursText')} {mayWish && t('wishes.text')}
      </Text>
      <Stack gap="sm">
        {(isAll ? others : others.slice(0, few)).map((coach) => (
          <Paper key={coach.id} component="article" withBorder radius="lg" p="md" aria-label={coach.fullName}>
            <Stack gap="xs">
              <Group justify="space-between" align="flex-start" gap="sm">
                <div style={{ flex: '1 1 11rem', minWidth: 0 }}>
                  <Text fw={650}>{coach.fullName}</Text>
                  <Text size="sm" c="dimmed">
                    {coach.headline}
                  </Text>
                </div>
                <Button
                  component={Link}
                  to={`/coaching/book?coach=${coach.id}`}
                  size="sm"
                  variant="light"
                  aria-label={t('coaching.askOf', { name: coach.fullName })}
                >
                  {t('coaching.ask')}
                </Button>
              </Group>
              <CoachFacts coach={coach} />
              {mayWish && <Wish coach={coach} />}
            </Stack>
          </Paper>
        ))}
        {!isAll && others.length > few && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('coaching.allCoaches', { count: others.length })}
          </Button>
        )}
      </Stack>
    </Part>
  );
}
