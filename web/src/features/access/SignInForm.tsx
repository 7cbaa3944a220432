import { Anchor, Button, Group, Loader, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signIn } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';
import { looksLikeEmail } from './email';

/** Needed by those with a second factor only. */
const CodeForm = lazy(() => import('./CodeForm').then((module) => ({ default: module.CodeForm })));

/**
 * Address and password, and then a code where that is asked for. In the dialog of an ended session the address is known
 * and there are no ways elsewhere.
 */
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
    onSuccess: (asked) => (asked === undefined ? onSignedIn?.() : setChallenge(asked)),
  });
  const [challenge, setChallenge] = useState<string>();
  const [lapse, setLapse] = useState<Error>();

  if (challenge !== undefined)
    return (
      <Suspense fallback={<Loader aria-label={t('action.loading')} />}>
        <CodeForm
          challenge={challenge}
          onSignedIn={onSignedIn}
          onBack={(error) => {
            setChallenge(undefined);
            setLapse(error);
          }}
        />
      </Suspense>
    );

  return (
    <form noValidate onSubmit={form.onSubmit((values) => entering.mutate(values))}>
      <Stack>
        {(entering.error ?? lapse) && <Failure error={entering.error ?? lapse} />}
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
