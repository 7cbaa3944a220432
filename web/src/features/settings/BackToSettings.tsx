import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../shared/ui/Icon';

/** The way back from a page of settings. */
export function BackToSettings() {
  const { t } = useTranslation();
  return (
    <Anchor
      component={Link}
      to="/settings"
      mb="sm"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4, minHeight: 32 }}
    >
      <Icon name="left" size={18} />
      {t('settings.back')}
    </Anchor>
  );
}
