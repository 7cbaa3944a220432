import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useWish } from '../../shared/coaching/commands';
import { myWishes } from '../../shared/coaching/reads';
import type { Coach } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';

/** For how many coaches one may wish. */
const most = 3;

/** Whether one would like a coach, and as which: the first that is ticked is the dearest. */
export function Wish({ coach }: { coach: Coach }) {
  const { t } = useTranslation();
  const person = usePerson();
  const wishes = useQuery(myWishes(person.id));
  const wish = useWish(person.id);
  if (!wishes.data) return null;
  const rank = wishes.data.indexOf(coach.id) + 1;
  const isFull = rank === 0 && wishes.data.length >= most;
  const others = wishes.data.filter((id) => id !== coach.id);
  return (
    <>
      <Checkbox
        label={rank > 0 ? t('wishes.rank', { rank }) : t('wishes.wish')}
        aria-label={t('wishes.wishOf', { name: coach.fullName })}
        description={isFull ? t('wishes.full') : undefined}
        checked={rank > 0}
        disabled={isFull}
        onChange={(event) => wish.mutate(event.currentTarget.checked ? [...others, coach.id] : others)}
      />
      {wish.error && <Failure error={wish.error} />}
    </>
  );
}
