import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../api/use-session';
import { Icon } from '../ui/Icon';
import { CloseSheet } from './CloseSheet';
import { waitsToBeClosed } from './coach-reads';
import type { Session } from './views';

/** The way to close a session, for its coach once it is over; nothing for anybody else. */
export function CloseNow({ session, now }: { session: Session; now: number }) {
  const { t } = useTranslation();
  const person = usePerson();
  const [isOpen, sheet] = useDisclosure();
  if (session.coach.id !== person.id || !waitsToBeClosed(session, now)) return null;
  return (
    <>
      <Button size="sm" mt={8} leftSection={<Icon name="check" size={18} />} onClick={sheet.open}>
        {t('coach.close.open')}
      </Button>
      <CloseSheet session={session} opened={isOpen} onClose={sheet.close} />
    </>
  );
}
