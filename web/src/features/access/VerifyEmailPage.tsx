import { Anchor, Button, Loader, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHashToken } from '../../shared/access/hash-token';
import { answered } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import { open } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';
import { Done, Doorway } from './Doorway';

/** The end of the link in the mail that confirms an address. */
export function VerifyEmailPage() {
  const { t } = useTranslation();
  const token = useHashToken();
  const verifying = useMutation({
    mutationFn: () => answered(open.POST('/api/v1/auth/verify-email', { body: { token } })),
  });
  const asked = useRef(false);
  const { mutate } = verifying;

  useEffect(() => {
    if (asked.current || token === '') return;
    asked.current = true; // a link opens once, and an effect may run twice
    mutate();
  }, [mutate, token]);

  const spent = token === '' || verifying.error instanceof Problem;
  return (
    <Doorway title={t('access.verifyTitle')} back={spent}>
      {verifying.isSuccess && (
        <Done title={t('access.verifiedTitle')} text={t('access.verifiedText')}>
          <Button component={Link} to="/sign-in" mt="sm">
            {t('access.signIn')}
          </Button>
        </Done>
      )}
      {verifying.isPending && <Loader aria-label={t('action.loading')} />}
      {spent && (
        <Text role="alert">
          {t('access.linkSpent')}{' '}
          <Anchor component={Link} to="/register">
            {t('access.register')}
          </Anchor>
        </Text>
      )}
      {verifying.error && !spent && <Failure error={verifying.error} onRetry={() => mutate()} />}
    </Doorway>
  );
}
