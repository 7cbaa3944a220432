import { Button, Group, Paper, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useGiveFeedback } from '../../shared/coaching/commands';
import { feedbackOf } from '../../shared/coaching/reads';
import type { Session } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';
import { Part } from './Part';

const ratings = [1, 2, 3, 4, 5] as const;

/** Asks once how a session was; others read it only together with the answers of many. */
export function FeedbackForm({ session: { id, feedbackGiven } }: { session: Session }) {
  const { t } = useTranslation();
  const feedback = useQuery({ ...feedbackOf(id), enabled: feedbackGiven });
  const give = useGiveFeedback(id);
  const form = useForm({
    initialValues: { rating: '', text: '' },
    validate: { rating: (value) => (value ? null : t('feedback.ratingMissing')) },
  });
  if (feedbackGiven)
    return (
      feedback.data && (
        <Part id="feedback" title={t('feedback.title')}>
          <Text>{t('feedback.given', { rating: t(`feedback.rating.${ratingOf(feedback.data.rating)}`) })}</Text>
          {feedback.data.text && <Text c="dimmed">{feedback.data.text}</Text>}
        </Part>
      )
    );
  return (
    <Part id="feedback" title={t('feedback.title')}>
      <Paper withBorder radius="lg" p="md">
        <form
          noValidate
          onSubmit={form.onSubmit(({ rating, text }) =>
            give.mutate({ rating: Number(rating), text: text.trim() || undefined }),
          )}
        >
          <Stack>
            <Radio.Group label={t('feedback.how')} {...form.getInputProps('rating')}>
              <Group gap="md" mt="xs">
                {ratings.map((one) => (
                  <Radio key={one} value={String(one)} label={t(`feedback.rating.${one}`)} />
                ))}
              </Group>
            </Radio.Group>
            <Textarea
              autosize
              minRows={2}
              maxLength={2000}
              label={t('feedback.words')}
              description={t('feedback.hint')}
              {...form.getInputProps('text')}
            />
            {give.error && <Failure error={give.error} />}
            <Group>
              <Button type="submit" loading={give.isPending}>
                {t('feedback.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Part>
  );
}

function ratingOf(number: number): (typeof ratings)[number] {
  return ratings.find((one) => one === number) ?? 3;
}
