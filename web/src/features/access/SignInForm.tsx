import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signIn } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';
import { looksLikeEmail } from './email';

/** Address and password. In the dialog of an ended session the address is known and there are no ways elsewhere. */
export function SignInForm({ email, onSignedIn }: { email?: string; onSignedIn?: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { email: email ?? '', password: '' },
    validate: {
      email: (value) => (looksLikeEmail(value) ? null : t('access.emailWrong')),
      password: (value) => (value ? null : t('access.passwordMissing')),
    },
  });
  const entering = useMutation({
    mutationFn: (values: { email: string; password: string }) => signIn(values.email.trim(), values.password),
    onSuccess: onSignedIn,
  });

  return (
    <form noValidate onSubmit={form.onSubmit((values) => entering.mutate(values))}>
      <Stack>
        {entering.error && <Failure error={entering.error} />}
        <TextInput
          label={t('access.email')}
          type="email"
          autoComplete="username"
          inputMode="email"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('access.password')}
          autoComplete="current-password"
          data-autofocus={email === undefined ? undefined : true}
          visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={entering.isPending} fullWidth>
          {t('access.signIn')}
        </Button>
        {email === undefined && (
          <Group justify="space-between" gap="xs">
            <Anchor component={Link} to="/forgot-password">
              {t('access.forgot')}
            </Anchor>
            <Anchor component={Link} to="/register">
              {t('access.register')}
            </Anchor>
          </Group>
        )}
      </Stack>
    </form>
  );
}
