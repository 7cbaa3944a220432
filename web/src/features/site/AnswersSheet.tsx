import { Badge, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../shared/api/views';
import { Row, Rows } from '../../shared/site/Rows';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { answersTo } from './reads';
import type { Closure, Replacement } from './reads';

const colours: Record<Replacement['status'], string> = {
  offered: 'yellow',
  accepted: 'palm',
  declined: 'gray',
  expired: 'gray',
  withdrawn: 'gray',
};

/** What became of the equal places that were offered because of a closure. */
export function AnswersSheet(props: { site: Site; closure: Closure | undefined; onClose: () => void }) {
  return (
    <Sheet opened={props.closure !== undefined} onClose={props.onClose} title={props.closure?.reason ?? ''}>
      {props.closure && <Answers site={props.site} closure={props.closure} />}
    </Sheet>
  );
}

function Answers({ site, closure }: { site: Site; closure: Closure }) {
  const { t } = useTranslation();
  const words = useWords();
  const answers = useQuery(answersTo(site.id, closure.id));
  const when = (period: { start: string; end: string }) =>
    `${words.fullDate(localDate(spanOf(period).start, site.timeZone))}, ${words.span(spanOf(period), site.timeZone)}`;
  if (answers.error) return <Failure error={answers.error} onRetry={() => void answers.refetch()} />;
  if (!answers.data) return <Skeleton h={80} aria-hidden />;
  if (answers.data.length === 0) return <Text>{t('site.closure.noAnswers')}</Text>;
  return (
    <Stack>
      <Rows>
        {answers.data.map((one) => (
          <Row key={one.id} icon={one.offered.resource.kind} name={one.fullName ?? one.id}>
            <Text component="span" fw={650} mr="xs">
              {one.fullName}
            </Text>
            <Badge size="md" color={colours[one.status]} variant="light" tt="none">
              {t(`site.replied.${one.status}`)}
            </Badge>
            <Text>{t('site.answer.instead', { place: one.instead.resource.name, when: when(one.instead) })}</Text>
            <Text>{t('site.answer.offered', { place: one.offered.resource.name, when: when(one.offered) })}</Text>
          </Row>
        ))}
      </Rows>
    </Stack>
  );
}
