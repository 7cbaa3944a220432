import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import classes from './MoreSettings.module.css';

/** The ways to settings that have a page of their own. */
export function MoreSettings() {
  const { t } = useTranslation();
  const ways: { to: string; icon: IconName; name: string }[] = [
    { to: '/settings/reminders', icon: 'bell', name: t('reminders.title') },
    { to: '/settings/sign-ins', icon: 'key', name: t('signIns.title') },
    { to: '/settings/privacy', icon: 'person', name: t('ownData.title') },
  ];
  return (
    <nav aria-label={t('settings.moreWays')}>
      <ul className={classes.list}>
        {ways.map(({ to, icon, name }) => (
          <li key={to}>
            <Link to={to} className={classes.way}>
              <Icon name={icon} size={22} />
              <span>{name}</span>
              <Icon name="right" size={18} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
