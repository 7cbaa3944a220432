import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import { companyOf } from '../../shared/coaching/SessionCard';
import type { Session } from '../../shared/coaching/views';
import { spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { blocksOn, hoursOf } from './week';
import classes from './WeekGrid.module.css';

/** Pixels that an hour is high. */
const hour = 72;

interface Props {
  sessions: Session[];
  dates: string[];
  timeZone: string;
  today: string;
}

/** The week as a picture: a column for each day, by one clock for all sites. The list says the same in words. */
export function WeekGrid({ sessions, dates, timeZone, today }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const days = dates.map((date) => ({ date, blocks: blocksOn(sessions, date, timeZone) }));
  const { first, last } = hoursOf(days.flatMap(({ blocks }) => blocks));
  const height = (last - first) * hour;
  const top = (minutes: number) => ((minutes - first * 60) / 60) * hour;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('coach.week.picture')}>
      <div className={classes.week}>
        <div className={classes.head} />
        {dates.map((date) => (
          <div key={date} className={classes.head}>
            <span className={date === today ? classes.today : undefined}>
              {words.weekday(date)} {words.dayOfMonth(date)}
            </span>
          </div>
        ))}
        <div className={classes.hours} style={{ height }} aria-hidden>
          {Array.from({ length: last - first }, (_, index) => (
            <span key={index} className={classes.hour} style={{ top: index * hour }}>
              {String(first + index).padStart(2, '0')}
            </span>
          ))}
        </div>
        {days.map(({ date, blocks }) => (
          <div key={date} className={classes.day} style={{ height }}>
            {blocks.map(({ session, from, to }) => (
              <Block key={session.id} session={session} top={top(from)} height={top(to) - top(from)} zone={timeZone} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function Block(props: { session: Session; top: number; height: number; zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const { session, top, height, zone } = props;
  const isOver = session.status !== 'confirmed';
  return (
    <Link
      to={`/coaching/sessions/${session.id}`}
      className={`${classes.block ?? ''} ${isOver ? (classes.over ?? '') : ''}`}
      style={{ top, height: Math.max(height - 2, 26) }}
    >
      <strong>{companyOf(session, person.id).join(', ')}</strong>
      {words.span(spanOf(session), zone)}
      {isOver && ` · ${t(`sessionStatus.${session.status}`)}`}
    </Link>
  );
}
