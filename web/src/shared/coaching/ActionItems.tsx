import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../api/use-session';
import { useNow } from '../booking/now';
import { localDate, plusDays, viewerZone } from '../time/site-time';
import { useWords } from '../time/words';
import { Failure } from '../ui/Failure';
import classes from './ActionItems.module.css';
import { useTick } from './commands';
import type { ActionItem } from './views';

/** Open ones first, those that are due first at the top; what has no date comes after what has one. */
export function inOrderOfDue(items: ActionItem[]): ActionItem[] {
  const rank = ({ status, dueOn }: ActionItem) => `${status === 'open' ? 0 : 1}${dueOn ?? '9999-12-31'}`;
  return items.filter(({ status }) => status !== 'dropped').toSorted((a, b) => rank(a).localeCompare(rank(b)));
}

/** Whether something is open and due within so many days of a date. */
export function isDueBy(item: ActionItem, today: string, days: number): boolean {
  return item.status === 'open' && item.dueOn !== null && item.dueOn <= plusDays(today, days);
}

/** What is to be done, to be ticked off one by one. */
export function ActionItems({ items, label }: { items: ActionItem[]; label: string }) {
  const tick = useTick();
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className={classes.item}>
            <One item={item} onTick={(status) => tick.mutate({ item, status })} />
          </li>
        ))}
      </ul>
      {tick.error && <Failure error={tick.error} />}
    </>
  );
}

function One({ item, onTick }: { item: ActionItem; onTick: (status: ActionItem['status']) => void }) {
  const { t } = useTranslation();
  const person = usePerson();
  const due = useDue(item);
  const isDone = item.status === 'done';
  const by = item.assigneeId === person.id ? undefined : t('todo.by', { name: item.assigneeName });
  const below = [by, due?.text].filter(Boolean).join(' · ');
  return (
    <Checkbox
      checked={isDone}
      onChange={(event) => onTick(event.currentTarget.checked ? 'done' : 'open')}
      label={<span className={isDone ? classes.done : undefined}>{item.title}</span>}
      description={
        below && (
          <Text span size="sm" c={due?.isLate ? 'var(--mantine-color-error)' : 'dimmed'}>
            {below}
          </Text>
        )
      }
    />
  );
}

/** Until when, in words; that something is late is said and not only coloured. */
function useDue({ dueOn, status }: ActionItem): { text: string; isLate: boolean } | undefined {
  const { t } = useTranslation();
  const words = useWords();
  const today = localDate(useNow(), viewerZone());
  if (dueOn === null) return undefined;
  const date = words.dateWithin(dueOn);
  if (status !== 'open') return { text: t('todo.dueOn', { date }), isLate: false };
  if (dueOn < today) return { text: t('todo.late', { date }), isLate: true };
  if (dueOn === today) return { text: t('todo.dueToday'), isLate: false };
  return { text: t('todo.dueOn', { date }), isLate: false };
}
