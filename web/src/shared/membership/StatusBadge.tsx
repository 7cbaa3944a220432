import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus, MembershipStatus } from '../api/views';

const memberships: Record<MembershipStatus, string> = {
  offered: 'yellow',
  scheduled: 'palm',
  active: 'palm',
  paused: 'yellow',
  suspended: 'red',
  lapsed: 'gray',
  ended: 'gray',
};

const applications: Record<ApplicationStatus, string> = {
  draft: 'gray',
  submitted: 'yellow',
  returned: 'yellow',
  under_review: 'yellow',
  approved: 'palm',
  waitlisted: 'palm',
  rejected: 'red',
  withdrawn: 'gray',
  expired: 'gray',
};

/** Where a membership stands, in a word. */
export function MembershipBadge({ status }: { status: MembershipStatus }) {
  const { t } = useTranslation();
  return (
    <Badge color={memberships[status]} variant="light" tt="none">
      {t(`membershipStatus.${status}`)}
    </Badge>
  );
}

/** Where an application stands, in a word. */
export function ApplicationBadge({ status }: { status: ApplicationStatus }) {
  const { t } = useTranslation();
  return (
    <Badge color={applications[status]} variant="light" tt="none">
      {t(`applicationStatus.${status}`)}
    </Badge>
  );
}
