import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Submission } from '../../shared/api/submission';
import { usePerson } from '../../shared/api/use-session';
import type { Application, ReviewWish, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByApplications } from '../../shared/membership/reads';

const criteria = ['team', 'problem', 'novelty', 'feasibility', 'fit', 'need'] as const;
const recommendations = ['approve', 'reject', 'unsure'] as const;

/** The scorecards: one's own to fill in, and those of others once one's own is in. */
export function Reviews({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const person = usePerson();
  const { reviews, reviewCount, status } = application;
  const isReviewed = reviews?.some(({ reviewerId }) => reviewerId === person.id) ?? false;
  const isOpen = status === 'under_review' && !isReviewed && application.applicant.id !== person.id;
  if (!isOpen && !reviewCount) return null;
  return (
    <section aria-labelledby="reviews">
      <Title order={2} id="reviews" mb="sm">
        {t('decide.reviewsTitle', { reviews: reviewCount ?? 0 })}
      </Title>
      <Stack>
        {reviews === null && <Text>{t('decide.afterYours')}</Text>}
        {reviews?.map((review) => (
          <Paper component="article" key={review.id} withBorder radius="lg" p="lg" aria-label={review.reviewer}>
            <Text fw={650}>
              {review.reviewer}: {t(`decide.recommend.${review.recommendation}`)}
            </Text>
            <Text c="dimmed" size="sm">
              {criteria.map((one) => `${t(`decide.criterion.${one}`)} ${review.scores?.[one] ?? '–'}`).join(' · ')}
            </Text>
            {review.comment && <Text mt={4}>{review.comment}</Text>}
          </Paper>
        ))}
        {isOpen && <Scorecard application={application} site={site} />}
      </Stack>
    </section>
  );
}

function Scorecard({ application, site }: { application: Application; site: Site }) {
  const { t } = useTranslation();
  const [scores, setScores] = useState({ team: 3, problem: 3, novelty: 3, feasibility: 3, fit: 3, need: 3 });
  const [recommendation, setRecommendation] = useState<ReviewWish['recommendation']>('unsure');
  const [comment, setComment] = useState('');
  const [submission] = useState(() => new Submission());
  const reviewing = useCommand((body: ReviewWish) => {
    const params = { path: { id: application.id }, header: { 'Idempotency-Key': submission.keyFor(body) } };
    return answered(api.POST('/api/v1/applications/{id}/reviews', { params, body }));
  }, touchedByApplications);
  return (
    <Paper component="section" withBorder radius="lg" p="lg" aria-label={t('decide.yourReview')}>
      <Stack>
        <div>
          <Title order={3}>{t('decide.yourReview')}</Title>
          <Text c="dimmed">{t('decide.scale')}</Text>
        </div>
        <SimpleGrid cols={{ base: 2, sm: 3 }}>
          {criteria.map((one) => (
            <NativeSelect
              key={one}
              label={t(`decide.criterion.${one}`)}
              value={String(scores[one])}
              onChange={(event) => setScores({ ...scores, [one]: Number(event.currentTarget.value) })}
              data={['1', '2', '3', '4', '5']}
            />
          ))}
        </SimpleGrid>
        <NativeSelect
          label={t('decide.recommendation')}
          value={recommendation}
          onChange={(event) =>
            setRecommendation(recommendations.find((one) => one === event.currentTarget.value) ?? 'unsure')
          }
          data={recommendations.map((value) => ({ value, label: t(`decide.recommend.${value}`) }))}
        />
        <Textarea
          label={t('decide.comment')}
          autosize
          minRows={2}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <NotGranted error={reviewing.error} timeZone={site.timeZone} />
        <Group>
          <Button
            loading={reviewing.isPending}
            onClick={() => reviewing.mutate({ scores, recommendation, comment: comment.trim() })}
          >
            {t('decide.sendReview')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
