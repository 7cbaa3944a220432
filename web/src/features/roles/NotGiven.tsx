import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';

const laws = ['role_grant_once', 'may_grant_role', 'last_administrator', 'missing'] as const;

/** Why a role was neither given nor taken back. */
export function NotGiven({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const law = error instanceof Problem ? laws.find((one) => one === error.code) : undefined;
  if (!law) return <Failure error={error} />;
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="warning" />}>
      {t(`roles.law.${law}`)}
    </Alert>
  );
}
