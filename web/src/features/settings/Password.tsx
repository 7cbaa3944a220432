import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { passwordFlaw, shortestPassword } from '../../shared/access/password';
import { answered, api } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import { Failure } from '../../shared/ui/Failure';
import { Card } from './Card';

/** A new password, given with the present one; everywhere else one is signed out by it. */
export function Password() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { currentPassword: '', password: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('access.passwordMissing')),
      password: (value) =>
        value.length >= shortestPassword ? null : t('access.passwordShort', { count: shortestPassword }),
    },
  });
  const changing = useMutation({
    mutationFn: (body: typeof form.values) => answered(api.PUT('/api/v1/me/password', { body })),
    onSuccess: () => {
      form.reset();
      notifications.show({ message: t('signIns.changed') });
      void client.invalidateQueries({ queryKey: ['sign-ins'] });
    },
    onError: (error) => {
      const isWrong = error instanceof Problem && error.refusals.some(({ code }) => code === 'current_password');
      const flaw = passwordFlaw(error, t);
      if (isWrong) form.setFieldError('currentPassword', t('signIns.wrong'));
      if (flaw) form.setFieldError('password', flaw);
    },
  });
  const isBesideAField = Object.keys(form.errors).length > 0;
  return (
    <Card title={t('signIns.password')}>
      <form noValidate onSubmit={form.onSubmit((values) => changing.mutate(values))}>
        <Stack>
          {changing.error && !isBesideAField && <Failure error={changing.error} />}
          <PasswordInput
            label={t('signIns.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('access.newPassword')}
            description={t('access.passwordHint', { count: shortestPassword })}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Group>
            <Button type="submit" loading={changing.isPending}>
              {t('signIns.password')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
