import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Enrolment } from '../../shared/access/Enrolment';
import { session } from '../../shared/api/session';
import { Failure } from '../../shared/ui/Failure';

/** Stands before a house that asks for a second factor; whatever lies on the screen below goes on afterwards. */
export function SecondFactorDialog() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const leaving = useMutation({ mutationFn: () => session.signOut() });
  return (
    <Modal
      opened
      onClose={() => undefined}
      styles={{ title: { fontWeight: 650, fontSize: '1.25rem' } }}
      attributes={{ header: { role: 'presentation' } }}
      // Above every other sheet, and below the one that asks to sign in again.
      zIndex={390}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('secondFactor.askedTitle')}
    >
      <Stack>
        <Text>{t('secondFactor.askedText')}</Text>
        <Enrolment
          onDone={() => {
            session.hasSecondFactor();
            void client.invalidateQueries();
          }}
        />
        {leaving.error && <Failure error={leaving.error} />}
        <Button variant="subtle" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {t('access.signOut')}
        </Button>
      </Stack>
    </Modal>
  );
}
