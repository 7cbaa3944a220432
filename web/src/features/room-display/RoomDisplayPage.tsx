import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHashToken } from '../../shared/access/hash-token';
import { siteName } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import { useNow } from '../../shared/booking/now';
import { useUpdateAtOnce } from '../../shared/device/updates';
import { isLanguage, speak } from '../../shared/i18n';
import { localDate, localTime, minute } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { ahead, standingAt } from './door';
import type { Door, Standing } from './door';
import { doorOf, useAwakeScreen } from './reads';
import classes from './RoomDisplayPage.module.css';

/** Older than this, and whoever reads the display is told so. Milliseconds. */
const trusted = 90_000;

const signs = { free: 'check', taken: 'close', broken: 'gear', closed: 'moon' } as const;

/** What a tablet beside a door shows: whether one may go in, until when, what comes next, and the code that checks in. */
export function RoomDisplayPage() {
  const { t } = useTranslation();
  const token = useHashToken();
  const door = useQuery(doorOf(token));
  const locale = door.data?.locale;
  useAwakeScreen();
  useUpdateAtOnce();
  useEffect(() => {
    if (isLanguage(locale)) void speak(locale, false);
  }, [locale]);
  const isGone = door.error instanceof Problem && door.error.status === 404;
  return (
    <main className={classes.screen} id="content">
      <title>{`${door.data?.resource ?? t('display.title')} · Business Oasis`}</title>
      {isGone ? (
        <Message text={t('display.gone')} />
      ) : door.data ? (
        <TheDoor door={door.data} readAt={door.dataUpdatedAt} />
      ) : door.error ? (
        <Message text={t('display.noAnswer')} />
      ) : (
        <Loader aria-label={t('action.loading')} role="status" m="auto" />
      )}
    </main>
  );
}

/** Why there is no door to show. */
function Message({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.message} role="alert">
      <h1>{t('display.title')}</h1>
      <p>{text}</p>
    </div>
  );
}

function TheDoor({ door, readAt }: { door: Door; readAt: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const here = useNow();
  // The clock of the house, also on a tablet whose own clock is wrong.
  const now = here + (Date.parse(door.now) - readAt);
  const standing = standingAt(door, now);
  const next = ahead(door, now).filter(({ start }) => start > now);
  const isOld = here - readAt > trusted;
  return (
    <div className={classes.door} data-standing={standing.is}>
      <section className={classes.now} aria-live="polite">
        <header className={classes.place}>
          <h1>{door.resource}</h1>
          <p>
            {siteName({ name: door.site })}
            {door.capacity > 1 && ` · ${t('site.place.seats', { count: door.capacity })}`}
          </p>
        </header>
        <div className={classes.standing}>
          <span className={classes.sign}>
            <Icon name={signs[standing.is]} size={96} />
          </span>
          <p className={classes.word}>{t(`display.is.${standing.is}`)}</p>
          <p className={classes.until}>{untilText(standing)}</p>
          {'title' in standing && standing.title && <p className={classes.title}>{standing.title}</p>}
        </div>
      </section>
      <aside className={classes.aside}>
        <p className={classes.clock}>{words.clock(localTime(now, door.timeZone))}</p>
        <p className={classes.date}>{words.date(localDate(now, door.timeZone))}</p>
        <div className={classes.next}>
          <h2>{t('display.next')}</h2>
          {next.length === 0 ? (
            <p>{t('display.nothingNext')}</p>
          ) : (
            <ul>
              {next.slice(0, 4).map((one) => (
                <li key={one.start}>
                  <span>{words.span(one, door.timeZone)}</span>{' '}
                  {one.isMaintenance ? t('display.is.broken') : (one.title ?? t('display.is.taken'))}
                  {localDate(one.start, door.timeZone) !== localDate(now, door.timeZone) && (
                    <small> ({t('time.tomorrowShort')})</small>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
        {door.checkIn && (
          <figure className={classes.code}>
            <img src={`data:image/svg+xml,${encodeURIComponent(door.checkIn.svg)}`} alt={t('display.codeAlt')} />
            <figcaption>
              {t('display.scan')}
              <b>{door.checkIn.code}</b>
            </figcaption>
          </figure>
        )}
        {isOld && (
          <p className={classes.old} role="status">
            <Icon name="offline" />
            {t('display.old', { minutes: Math.floor((here - readAt) / minute) })}
          </p>
        )}
      </aside>
    </div>
  );

  function untilText(how: Standing): string {
    if (how.until === undefined) return '';
    const time = words.time(how.until, door.timeZone);
    return how.is === 'closed' ? t('display.opens', { time }) : t('display.until', { time });
  }
}
