import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { Failure } from '../ui/Failure';
import { CodeField, isWholeCode } from './CodeField';
import { CopyText } from './CopyText';
import { PasswordAgain } from './PasswordAgain';
import { RecoveryCodes } from './RecoveryCodes';

type Shown = components['schemas']['EnrolmentView'];

/**
 * Switching a second factor on, step by step: the password, a secret for the app with the first code back, and recovery
 * codes to keep. `onDone` also when it turns out that another window has done it.
 */
export function Enrolment({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>();
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>();
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={onDone} />;
  if (shown)
    return <FirstCode shown={shown} onOn={setRecoveryCodes} onAgain={() => setShown(undefined)} onDone={onDone} />;
  return (
    <PasswordAgain
      text={t('secondFactor.passwordText')}
      confirm={t('secondFactor.next')}
      act={async ({ password }) => {
        try {
          return await answered(api.POST('/api/v1/me/second-factor/enrol', { body: { password } }));
        } catch (error) {
          if (isOnAlready(error)) return undefined;
          throw error;
        }
      }}
      onDone={(answer) => (answer ? setShown(answer) : onDone())}
    />
  );
}

/** The secret in the three forms that apps take it in, and the field for the code that comes back. */
function FirstCode(props: { shown: Shown; onOn: (codes: string[]) => void; onAgain: () => void; onDone: () => void }) {
  const { shown, onOn, onAgain, onDone } = props;
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: (typed: string) => answered(api.POST('/api/v1/me/second-factor/confirm', { body: { code: typed } })),
    onSuccess: (answer) => onOn(answer.recoveryCodes),
    onError: (error) => {
      if (isOnAlready(error)) onDone();
    },
  });
  const { error } = confirming;
  const isWrong = error instanceof Problem && error.refusals.length > 0;
  const isOver = error instanceof Problem && error.code === 'enrolment_over';
  const confirm = (typed: string) => {
    if (!confirming.isPending && typed.trim() !== '') confirming.mutate(typed);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm(code);
      }}
    >
      <Stack>
        <Text>{t('secondFactor.scan')}</Text>
        {/* Black on white whatever the colours of the screen, since cameras read nothing else. */}
        <img
          src={`data:image/svg+xml,${encodeURIComponent(shown.picture)}`}
          alt={t('secondFactor.picture')}
          style={{ width: 'min(100%, 14rem)', alignSelf: 'center', borderRadius: 8 }}
        />
        <Anchor href={shown.address}>{t('secondFactor.openApp')}</Anchor>
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {t('secondFactor.setupKey')}
          </Text>
          <Group gap="sm">
            <Text component="code" ff="monospace" fz="sm" style={{ userSelect: 'all' }} data-setup-key>
              {(shown.setupKey.match(/.{1,4}/g) ?? []).join(' ')}
            </Text>
            <CopyText text={shown.setupKey} />
          </Group>
        </div>
        {error && !isWrong && <Failure error={error} />}
        {isOver ? (
          <Button onClick={onAgain}>{t('secondFactor.again')}</Button>
        ) : (
          <>
            <CodeField
              of="app"
              value={code}
              error={isWrong ? t('failure.invalidCode') : undefined}
              onChange={(typed) => {
                setCode(typed);
                if (isWholeCode(typed)) confirm(typed);
              }}
            />
            <Button type="submit" loading={confirming.isPending}>
              {t('secondFactor.switchOn')}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}

function isOnAlready(error: unknown): boolean {
  return error instanceof Problem && error.code === 'second_factor_on';
}
