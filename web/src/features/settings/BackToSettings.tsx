import { useTranslation } from 'react-i18next';
import { Back } from '../../shared/ui/Back';

/** The way back from a page of settings. */
export function BackToSettings() {
  const { t } = useTranslation();
  return <Back to="/settings" label={t('settings.back')} />;
}
