import { useTranslation } from 'react-i18next';
import { WayList } from '../../shared/ui/WayList';

/** The ways to settings that have a page of their own. */
export function MoreSettings() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('settings.moreWays')}>
      <WayList
        ways={[
          { to: '/settings/reminders', icon: 'bell', name: t('reminders.title') },
          { to: '/settings/sign-ins', icon: 'key', name: t('signIns.title') },
          { to: '/settings/privacy', icon: 'person', name: t('ownData.title') },
        ]}
      />
    </nav>
  );
}
