import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { session } from '../../shared/api/session';
import { useVisit } from '../../shared/api/use-session';
import { SignInForm } from './SignInForm';

/** Stands over whatever was being done when the session ended; afterwards that goes on as if nothing had happened. */
export function SessionEndedDialog() {
  const { t } = useTranslation();
  const { standing, person } = useVisit();
  return (
    <Modal
      opened={standing === 'expired'}
      onClose={() => undefined}
      styles={{ title: { fontWeight: 650, fontSize: '1.25rem' } }}
      attributes={{ header: { role: 'presentation' } }}
      // Above every other sheet: the form that waits for this lies in one.
      zIndex={400}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('access.endedTitle')}
    >
      <Stack>
        <Text>{t('access.endedText')}</Text>
        <SignInForm email={person?.email ?? ''} />
        <Button variant="subtle" onClick={() => session.leave()}>
          {t('access.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
