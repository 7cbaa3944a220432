import { Alert, Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/problem';
import { useSentences } from '../refusals/sentences';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Icon } from './Icon';

interface Props {
  refusals: Refusal[];
  timeZone: string;
  /** What is refused, when it is not a booking. */
  title?: string;
  /** What was asked for, so that the nearest possible time can be offered. */
  wish?: Span;
  /** Takes an offered time into the form. */
  onInstead?: (span: Span) => void;
}

/** Every law that said no: why, in the words of the screen, and what would make it possible. */
export function Refusals({ refusals, timeZone, title, wish, onInstead }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const sentence = useSentences(timeZone);
  const sentences = refusals.map((refusal) => ({ code: refusal.code, ...sentence(refusal, wish) }));
  // When several laws object, one remedy alone would only lead to the next no.
  const instead = sentences.length === 1 ? sentences[0]?.instead : undefined;
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="warning" />} title={title ?? t('refusal.title')}>
      <List spacing="xs" listStyleType={sentences.length > 1 ? 'disc' : 'none'} withPadding={sentences.length > 1}>
        {sentences.map(({ code, why, remedy }) => (
          <List.Item key={code} data-refusal={code}>
            {why}
            {remedy && <Text mt={2}>{remedy}</Text>}
          </List.Item>
        ))}
      </List>
      {instead && onInstead && (
        <Button mt="sm" variant="default" onClick={() => onInstead(instead)}>
          {t('refusal.instead', { span: words.span(instead, timeZone) })}
        </Button>
      )}
    </Alert>
  );
}
