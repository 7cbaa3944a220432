import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Failure } from '../ui/Failure';
import { CodeField } from './CodeField';

interface Props<Answer> {
  /** What will be done, and why the password is asked for. */
  text: string;
  /** The deed, in words. */
  confirm: string;
  isCodeAsked?: boolean;
  isGrave?: boolean;
  act: (shown: { password: string; code: string }) => Promise<Answer>;
  onDone: (answer: Answer) => void;
}

/** Asks for the password again, and for a code where there is a second factor, before something that matters. */
export function PasswordAgain<Answer>(props: Props<Answer>) {
  const { text, confirm, isCodeAsked = false, isGrave = false, act, onDone } = props;
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value ? null : t('access.passwordMissing')),
      code: (value) => (value.trim() || !isCodeAsked ? null : t('access.codeMissing')),
    },
  });
  const acting = useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onError: (error) => {
      const laws = error instanceof Problem ? error.refusals.map(({ code }) => code) : [];
      if (laws.includes('current_password')) form.setFieldError('password', t('signIns.wrong'));
      if (laws.includes('second_factor_code')) form.setFieldError('code', t('failure.invalidCode'));
    },
  });
  const isBesideAField = Object.keys(form.errors).length > 0;
  const { value, error, onChange } = form.getInputProps('code') as {
    value: string;
    error?: string;
    onChange: (typed: string) => void;
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => acting.mutate(values))}>
      <Stack>
        <Text>{text}</Text>
        {acting.error && !isBesideAField && <Failure error={acting.error} />}
        <PasswordInput
          label={t('access.password')}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('access.showPassword') }}
          {...form.getInputProps('password')}
        />
        {isCodeAsked && <CodeField of="either" value={value} error={error} onChange={onChange} />}
        <Group>
          <Button type="submit" color={isGrave ? 'red' : undefined} loading={acting.isPending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
