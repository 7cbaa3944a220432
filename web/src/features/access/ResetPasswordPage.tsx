import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHashToken } from '../../shared/access/hash-token';
import { passwordFlaw, shortestPassword } from '../../shared/access/password';
import { answered } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import { open } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';
import { Done, Doorway } from './Doorway';

/** The end of the link in the mail about a forgotten password. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const token = useHashToken();
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) =>
        value.length < shortestPassword ? t('access.passwordShort', { count: shortestPassword }) : null,
    },
  });
  const changing = useMutation({
    mutationFn: (password: string) => answered(open.POST('/api/v1/auth/reset-password', { body: { token, password } })),
    onError: (error) => {
      const flaw = passwordFlaw(error, t);
      if (flaw) form.setFieldError('password', flaw);
    },
  });
  const flawed = passwordFlaw(changing.error, t) !== undefined;
  const spent = token === '' || (changing.error instanceof Problem && changing.error.status < 429 && !flawed);

  return (
    <Doorway title={t('access.resetTitle')} back={!changing.isSuccess}>
      {changing.isSuccess ? (
        <Done title={t('access.resetDoneTitle')} text={t('access.resetDoneText')}>
          <Button component={Link} to="/sign-in" mt="sm">
            {t('access.signIn')}
          </Button>
        </Done>
      ) : spent ? (
        <Text role="alert">
          {t('access.linkSpent')}{' '}
          <Anchor component={Link} to="/forgot-password">
            {t('access.forgotAgain')}
          </Anchor>
        </Text>
      ) : (
        <form noValidate onSubmit={form.onSubmit(({ password }) => changing.mutate(password))}>
          <Stack>
            {changing.error && !flawed && <Failure error={changing.error} />}
            <PasswordInput
              label={t('access.newPassword')}
              description={t('access.passwordHint', { count: shortestPassword })}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={changing.isPending}>
              {t('access.resetSave')}
            </Button>
          </Stack>
        </form>
      )}
    </Doorway>
  );
}
