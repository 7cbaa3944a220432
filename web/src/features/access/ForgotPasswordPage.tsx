import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered } from '../../shared/api/client';
import { open } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';
import { Done, Doorway } from './Doorway';
import { looksLikeEmail } from './email';

/** Asks for a link to choose a new password. The answer never says whether the address is known. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (looksLikeEmail(value) ? null : t('access.emailWrong')) },
  });
  const asking = useMutation({
    mutationFn: (email: string) => answered(open.POST('/api/v1/auth/forgot-password', { body: { email } })),
  });

  return (
    <Doorway title={t('access.forgotTitle')} back>
      {asking.isSuccess ? (
        <Done
          title={t('access.forgotSentTitle')}
          text={t('access.forgotSentText', { email: form.values.email.trim() })}
        />
      ) : (
        <form noValidate onSubmit={form.onSubmit(({ email }) => asking.mutate(email.trim()))}>
          <Stack>
            {asking.error && <Failure error={asking.error} />}
            <TextInput
              label={t('access.email')}
              description={t('access.forgotHint')}
              type="email"
              autoComplete="username"
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={asking.isPending}>
              {t('access.forgotSend')}
            </Button>
          </Stack>
        </form>
      )}
    </Doorway>
  );
}
