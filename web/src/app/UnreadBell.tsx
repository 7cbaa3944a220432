import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { usePerson } from '../shared/api/use-session';
import { unreadCount } from '../shared/messages/reads';
import { Icon } from '../shared/ui/Icon';
import classes from './UnreadBell.module.css';

/** More than so many are not counted out. */
const most = 99;

/** The way to the messages, with how many are unread. */
export function UnreadBell() {
  const { t } = useTranslation();
  const person = usePerson();
  const count = useQuery(unreadCount(person.id)).data ?? 0;
  return (
    <NavLink to="/messages" className={classes.bell} data-unread={count}>
      <Icon name="bell" size={22} />
      {count > 0 && (
        <span className={classes.count} aria-hidden="true">
          {count > most ? `${most}+` : count}
        </span>
      )}
      <VisuallyHidden>{count > 0 ? t('messages.waiting', { count }) : t('messages.title')}</VisuallyHidden>
    </NavLink>
  );
}
