import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionStatus } from './views';

const colours: Record<SessionStatus, string> = {
  confirmed: 'palm',
  held: 'yellow',
  closed: 'gray',
  cancelled: 'gray',
  no_show: 'red',
};

/** Where a session stands, in a word. */
export function SessionBadge({ status }: { status: SessionStatus }) {
  const { t } = useTranslation();
  return (
    <Badge color={colours[status]} variant="light" tt="none">
      {t(`sessionStatus.${status}`)}
    </Badge>
  );
}
