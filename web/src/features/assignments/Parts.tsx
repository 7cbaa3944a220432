import { useTranslation } from 'react-i18next';
import classes from './Assignments.module.css';
import { useBecause } from './because';
import type { ScorePart } from './reads';

/** The most points of each part; together a hundred. */
const most: Record<ScorePart['name'], number> = {
  needs: 40,
  sector: 15,
  availability: 15,
  stage: 10,
  language: 10,
  wishes: 10,
};

/** What a score is made of, each part with its reason. */
export function Parts({ parts }: { parts: ScorePart[] }) {
  const { t } = useTranslation();
  const because = useBecause();
  return (
    <dl className={classes.parts}>
      {parts.map(({ name, points, because: why }) => (
        <div key={name} className={classes.part}>
          <dt>{t(`assign.part.${name}`)}</dt>
          <dd className={classes.points}>{t('assign.points', { points, most: most[name] })}</dd>
          <dd className={classes.why}>{because(why)}</dd>
        </div>
      ))}
    </dl>
  );
}
