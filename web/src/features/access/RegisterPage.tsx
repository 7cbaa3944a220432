import { Anchor, Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { passwordFlaw, shortestPassword } from '../../shared/access/password';
import { answered } from '../../shared/api/client';
import { open } from '../../shared/api/session';
import type { Locale } from '../../shared/api/views';
import { Failure } from '../../shared/ui/Failure';
import { Done, Doorway } from './Doorway';
import { looksLikeEmail } from './email';

/** A new account. The answer is the same whether or not the address is known already. */
export function RegisterPage() {
  const { t, i18n } = useTranslation();
  const form = useForm({
    initialValues: { fullName: '', email: '', password: '', acceptPrivacyNotice: false },
    validate: {
      fullName: (value) => (value.trim() ? null : t('access.nameMissing')),
      email: (value) => (looksLikeEmail(value) ? null : t('access.emailWrong')),
      password: (value) =>
        value.length < shortestPassword ? t('access.passwordShort', { count: shortestPassword }) : null,
      acceptPrivacyNotice: (value) => (value ? null : t('access.privacyMissing')),
    },
  });
  const registering = useMutation({
    mutationFn: (values: typeof form.values) =>
      answered(
        open.POST('/api/v1/auth/register', {
          body: {
            fullName: values.fullName.trim(),
            email: values.email.trim(),
            password: values.password,
            locale: i18n.language as Locale,
            acceptPrivacyNotice: true,
          },
        }),
      ),
    onError: (error) => {
      const flaw = passwordFlaw(error, t);
      if (flaw) form.setFieldError('password', flaw);
    },
  });

  if (registering.isSuccess)
    return (
      <Doorway title={t('access.registerTitle')} back>
        <Done
          title={t('access.registeredTitle')}
          text={t('access.registeredText', { email: form.values.email.trim() })}
        />
      </Doorway>
    );
  return (
    <Doorway title={t('access.registerTitle')} below={t('access.registerBelow')} back>
      <form noValidate onSubmit={form.onSubmit((values) => registering.mutate(values))}>
        <Stack>
          {registering.error && !passwordFlaw(registering.error, t) && <Failure error={registering.error} />}
          <TextInput label={t('access.fullName')} autoComplete="name" {...form.getInputProps('fullName')} />
          <TextInput label={t('access.email')} type="email" autoComplete="email" {...form.getInputProps('email')} />
          <PasswordInput
            label={t('access.password')}
            description={t('access.passwordHint', { count: shortestPassword })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Checkbox
            label={t('access.privacyAccept')}
            {...form.getInputProps('acceptPrivacyNotice', { type: 'checkbox' })}
          />
          <Anchor component={Link} to="/privacy">
            {t('access.privacyRead')}
          </Anchor>
          <Button type="submit" loading={registering.isPending}>
            {t('access.register')}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
