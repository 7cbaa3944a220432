import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField, isWholeCode } from '../../shared/access/CodeField';
import { Problem } from '../../shared/api/problem';
import { showCode } from '../../shared/api/session';
import { Failure, failureText } from '../../shared/ui/Failure';

interface Props {
  challenge: string;
  onSignedIn?: (() => void) | undefined;
  /** Back to the password; with what happened, when the time for the code is over. */
  onBack: (error?: Error) => void;
}

/** The second step of signing in: six digits of the app, sent as soon as they are there, or a recovery code. */
export function CodeForm({ challenge, onSignedIn, onBack }: Props) {
  const { t } = useTranslation();
  const [isRecovering, setRecovering] = useState(false);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const showing = useMutation({
    mutationFn: (typed: string) => showCode(challenge, typed),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (error instanceof Problem && error.code === 'challenge_over') onBack(error);
    },
  });
  const isWrong = showing.error instanceof Problem && showing.error.code === 'invalid_code';
  const show = (typed: string) => {
    if (showing.isPending) return;
    if (typed.trim() === '') setMissing(true);
    else showing.mutate(typed);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(code);
      }}
    >
      <Stack>
        <Text>{isRecovering ? t('access.recoveryText') : t('access.codeText')}</Text>
        {showing.error && !isWrong && <Failure error={showing.error} />}
        <CodeField
          key={String(isRecovering)}
          of={isRecovering ? 'paper' : 'app'}
          autoFocus
          value={code}
          error={missing ? t('access.codeMissing') : isWrong ? failureText(showing.error, t) : undefined}
          onChange={(typed) => {
            setCode(typed);
            setMissing(false);
            if (!isRecovering && isWholeCode(typed)) show(typed);
          }}
        />
        <Button type="submit" loading={showing.isPending} fullWidth>
          {t('access.signIn')}
        </Button>
        <Group justify="space-between" gap="xs">
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              setRecovering(!isRecovering);
              setCode('');
              showing.reset();
            }}
          >
            {isRecovering ? t('access.useApp') : t('access.useRecovery')}
          </Anchor>
          <Anchor component="button" type="button" onClick={() => onBack()}>
            {t('access.backToSignIn')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
