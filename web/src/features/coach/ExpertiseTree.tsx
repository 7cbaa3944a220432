import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TopicOfTree } from '../../shared/coaching/coach-reads';
import { useTopicName } from '../../shared/coaching/names';
import type { Topic } from '../../shared/coaching/views';
import classes from './ExpertiseTree.module.css';
import { levels } from './profile-form';
import type { Level, ProfileValues } from './profile-form';

interface Props {
  tree: TopicOfTree[];
  value: ProfileValues['expertise'];
  onChange: (value: ProfileValues['expertise']) => void;
}

/** Every topic with how well one knows it; narrower topics fold out below the wide ones. */
export function ExpertiseTree({ tree, value, onChange }: Props) {
  const { t } = useTranslation();
  const top = tree.filter(({ parent }) => parent === null);
  const known = Object.keys(value).length;
  return (
    <div>
      <Text mb="xs" role="status">
        {t('coach.expertise.count', { count: known })}
      </Text>
      <ul className={classes.tree}>
        {top.map(({ code }) => {
          const below = tree.filter(({ parent }) => parent === code);
          const chosen = below.filter((topic) => value[topic.code]).length;
          return (
            <li key={code}>
              <Row topic={code} value={value} onChange={onChange} />
              {below.length > 0 && (
                <details className={classes.below} open={chosen > 0}>
                  <summary>{t('coach.expertise.narrower', { count: below.length })}</summary>
                  <ul className={classes.tree}>
                    {below.map((topic) => (
                      <li key={topic.code}>
                        <Row topic={topic.code} value={value} onChange={onChange} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Row({ topic, value, onChange }: { topic: Topic } & Omit<Props, 'tree'>) {
  const { t } = useTranslation();
  const name = useTopicName()(topic);
  const mine = value[topic];
  function set(level: string) {
    const { [topic]: before, ...rest } = value;
    onChange(level ? { ...rest, [topic]: { level: level as Level, evidence: before?.evidence ?? '' } } : rest);
  }
  return (
    <Stack gap={6} py={6}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={mine ? 650 : 400} miw={0} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <NativeSelect
          w={{ base: 128, xs: 150 }}
          flex="none"
          aria-label={t('coach.expertise.level', { topic: name })}
          value={mine?.level ?? ''}
          onChange={(event) => set(event.currentTarget.value)}
          data={[
            { value: '', label: t('coach.expertise.notMine') },
            ...levels.map((level) => ({ value: level, label: t(`coach.expertise.levels.${level}`) })),
          ]}
        />
      </Group>
      {mine && (
        <TextInput
          aria-label={t('coach.expertise.evidence', { topic: name })}
          placeholder={t('coach.expertise.evidenceExample')}
          maxLength={1000}
          value={mine.evidence}
          onChange={(event) =>
            onChange({ ...value, [topic]: { level: mine.level, evidence: event.currentTarget.value } })
          }
        />
      )}
    </Stack>
  );
}
