import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { lawText } from './because';

/** Why two were not brought together: every law that objects, or what else went wrong. */
export function NotMade({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  if (!(error instanceof Problem) || error.refusals.length === 0) return <Failure error={error} />;
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="warning" />} title={t('refusal.notLikeThis')}>
      <List>
        {error.refusals.map(({ code, detail }) => (
          <List.Item key={code} data-refusal={code}>
            {lawText(t, code, detail)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
