import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguageName, useTopicName } from '../../shared/coaching/names';
import type { Coach } from '../../shared/coaching/views';
import { Icon } from '../../shared/ui/Icon';

/** How many topics are named before the rest is only counted. */
const shown = 6;

/** What a coach knows best, in which languages, and whether over a link. */
export function CoachFacts({ coach }: { coach: Coach }) {
  const { t } = useTranslation();
  const topic = useTopicName();
  const language = useLanguageName();
  const levels = ['expert', 'practised', 'knows'];
  const known = coach.expertise.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  return (
    <>
      <Group component="ul" gap={6} p={0} m={0} aria-label={t('myCoach.expertise')} style={{ listStyle: 'none' }}>
        {known.slice(0, shown).map((one) => (
          <li key={one.topic}>
            <Badge variant="light" color={one.level === 'expert' ? 'palm' : 'gray'} size="md" tt="none" fw={500}>
              {topic(one.topic)}
            </Badge>
          </li>
        ))}
        {known.length > shown && (
          <li>
            <Text span size="sm" c="dimmed">
              {t('myCoach.more', { count: known.length - shown })}
            </Text>
          </li>
        )}
      </Group>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <Icon name="globe" size={18} />
        <Text size="sm">
          {coach.languages.map(({ code }) => language(code)).join(', ')}
          {coach.remote && ` · ${t('myCoach.remote')}`}
        </Text>
      </Group>
    </>
  );
}
