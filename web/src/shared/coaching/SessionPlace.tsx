import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { siteName, sites } from '../api/house';
import { webLink } from './link';
import type { Session } from './views';

/** Where a session is held: the room with its site, the link, or both. */
export function SessionPlace({ session }: { session: Session }) {
  const { t } = useTranslation();
  const house = useQuery(sites);
  const site = house.data?.find(({ id }) => id === session.siteId);
  const { room, status } = session;
  const remoteLink = webLink(session.remoteLink);
  const isAhead = status === 'confirmed';
  return (
    <>
      {room && (site ? `${room.name}, ${siteName(site)}` : room.name)}
      {room && session.mode === 'hybrid' && ' · '}
      {session.mode !== 'on_site' &&
        (remoteLink && isAhead ? (
          <Anchor href={remoteLink} target="_blank" rel="noreferrer">
            {t('session.join')}
          </Anchor>
        ) : (
          t('session.overLink')
        ))}
    </>
  );
}
