import { Alert, Button, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem, SessionEnded, Unreachable } from '../api/problem';
import { Icon } from './Icon';

/** What went wrong, for a person: never the inside of it, always what to do next. */
export function failureText(error: unknown, t: TFunction): string {
  if (error instanceof Unreachable) return t('failure.unreachable');
  if (error instanceof SessionEnded) return t('failure.sessionEnded');
  if (!(error instanceof Problem)) return t('failure.internal');
  switch (error.code) {
    case 'busy':
      return t('failure.busy');
    case 'too_many_requests':
      return error.retryAfter === undefined || error.retryAfter < 60
        ? t('failure.tooMany')
        : t('failure.tooManyMinutes', { count: Math.ceil(error.retryAfter / 60) });
    case 'stale':
      return t('failure.stale');
    case 'missing':
      return t('failure.missing');
    case 'malformed':
      return t('failure.malformed');
    case 'invalid_credentials':
      return t('failure.invalidCredentials');
    case 'invalid_code':
      return t('failure.invalidCode');
    case 'challenge_over':
      return t('failure.challengeOver');
    case 'enrolment_over':
      return t('failure.enrolmentOver');
    case 'second_factor_missing':
      return t('failure.secondFactorMissing');
    case 'person_not_twice':
      return t('failure.personNotTwice');
    case 'no_double_booking':
      return t('failure.taken');
    case 'segregation_of_duties':
      return t('failure.ownCase');
    case 'application_open':
      return t('failure.applicationOpen');
    case 'offer_expired':
      return t('failure.offerExpired');
    case 'no_overlapping_terms':
      return t('failure.hasMembership');
    case 'internal':
      return t('failure.internal');
    default:
      return error.status === 403
        ? t('failure.forbidden')
        : error.status === 409
          ? t('failure.state')
          : error.message || t('failure.internal');
  }
}

/** A failure in its place on the screen, with another try where that may help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="red" icon={<Icon name={error instanceof Unreachable ? 'offline' : 'warning'} />}>
      <Text>{failureText(error, t)}</Text>
      {onRetry && (
        <Button mt="sm" variant="default" onClick={onRetry}>
          {t('action.tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
