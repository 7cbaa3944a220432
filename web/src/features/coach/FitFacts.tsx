import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fit } from '../../shared/coaching/coach-reads';
import { useLanguageName, useTopicName } from '../../shared/coaching/names';
import { Icon } from '../../shared/ui/Icon';
import classes from './FitFacts.module.css';
import { useSectorName } from '../../shared/membership/sectors';

/** What each part of a score weighs at most. */
const most = { needs: 40, sector: 15, availability: 15, stage: 10, language: 10, wishes: 10 } as const;

/** Who a founder is: the venture, how far it is, and what is needed most. */
export function FounderFacts({ fit, known }: { fit: Fit; known: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const topic = useTopicName();
  const language = useLanguageName();
  const sector = useSectorName();
  return (
    <dl className={classes.facts}>
      {fit.venture && (
        <>
          <dt>{t('coach.fit.venture')}</dt>
          <dd>
            <strong>{fit.venture}</strong>
            {fit.sentence && <Text c="dimmed">{fit.sentence}</Text>}
          </dd>
        </>
      )}
      {fit.stage && (
        <>
          <dt>{t('coach.fit.stage')}</dt>
          <dd>{t(`apply.stage.${fit.stage}`)}</dd>
        </>
      )}
      {fit.sector && (
        <>
          <dt>{t('coach.fit.sector')}</dt>
          <dd>{sector(fit.sector)}</dd>
        </>
      )}
      {fit.needs.length > 0 && (
        <>
          <dt>{t('coach.fit.needs')}</dt>
          <dd>
            <Group gap={6}>
              {fit.needs.map((need) => (
                <Badge
                  key={need}
                  color={known.has(need) ? 'palm' : 'gray'}
                  variant="light"
                  tt="none"
                  leftSection={known.has(need) ? <Icon name="check" size={14} /> : undefined}
                >
                  {known.has(need) ? t('coach.fit.youKnow', { topic: topic(need) }) : topic(need)}
                </Badge>
              ))}
            </Group>
          </dd>
        </>
      )}
      {fit.languages.length > 0 && (
        <>
          <dt>{t('coach.fit.languages')}</dt>
          <dd>
            {fit.languages
              .map(({ code, level }) => `${language(code)} ${level === 'native' ? t('coach.languages.native') : level}`)
              .join(', ')}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Why the house thinks that the two fit: each part of the score with what it could have been. */
export function FitScore({ fit }: { fit: Fit }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('coach.fit.score', { score: fit.score })}</Text>
      <ul className={classes.parts}>
        {fit.parts.map(({ name, points }) => (
          <li key={name}>
            <Text size="sm">{t(`coach.fit.part.${name}`)}</Text>
            <div className={classes.bar} aria-hidden>
              <span style={{ width: `${(points / most[name]) * 100}%` }} />
            </div>
            <Text size="sm" c="dimmed">
              {t('coach.fit.points', { points, most: most[name] })}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
