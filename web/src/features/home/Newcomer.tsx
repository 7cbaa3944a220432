import { Alert, Button, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import { isOpen, myApplications } from '../../shared/membership/reads';
import { ApplicationBadge } from '../../shared/membership/StatusBadge';
import { Empty } from '../../shared/ui/Empty';
import { Icon } from '../../shared/ui/Icon';

/** An offer that has not been answered yet. */
export function OfferWaits() {
  const { t } = useTranslation();
  return (
    <Alert color="palm" icon={<Icon name="leaf" />} title={t('offer.title')}>
      <Button component={Link} to="/membership" mt={4}>
        {t('offer.see')}
      </Button>
    </Alert>
  );
}

/** The way to a membership, as far as it has been gone. */
export function BecomeMember() {
  const { t } = useTranslation();
  const person = usePerson();
  const applications = useQuery(myApplications(person.id));
  const open = applications.data?.find(isOpen);
  const isFilledIn = open?.status === 'draft' || open?.status === 'returned';
  return (
    <Paper withBorder radius="lg">
      <Empty scene="desk" title={t('membership.none')} text={t('membership.noneText')}>
        {open && <ApplicationBadge status={open.status} />}
        <Button component={Link} to="/apply" mt="sm">
          {!open ? t('apply.begin') : isFilledIn ? t('apply.goOn') : t('apply.see')}
        </Button>
      </Empty>
    </Paper>
  );
}
