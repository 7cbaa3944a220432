import { Button, Radio, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { KnownPairs } from './KnownPairs';
import type { KnownPair } from './KnownPairs';
import { NotMade } from './NotMade';
import { useStartRun } from './reads';
import type { Overview } from './reads';

interface Props {
  siteId: string;
  founders: Overview['withoutCoach'];
  coaches: Overview['coaches'];
}

/** Asks the house to match everybody who has no coach; nobody is asked before somebody has looked at the draft. */
export function StartRun({ siteId, founders, coaches }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const starting = useStartRun();
  const [goal, setGoal] = useState('coverage');
  const [floor, setFloor] = useState(40);
  const [pairs, setPairs] = useState<KnownPair[]>([]);
  const known = (wanted: KnownPair['fate']) =>
    pairs.flatMap(({ membershipId, coachId, fate }) => (fate === wanted ? [{ membershipId, coachId }] : []));
  const wanted = {
    siteId,
    goal: goal === 'score' ? ('score' as const) : ('coverage' as const),
    floor,
    fixed: known('fixed'),
    apart: known('apart'),
  };
  return (
    <Stack>
      <Text>{t('assign.run.intro', { count: founders.length })}</Text>
      <Radio.Group label={t('assign.run.goal')} value={goal} onChange={setGoal}>
        <Stack gap="xs" mt="xs">
          {(['coverage', 'score'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`assign.run.goals.${value}`)}
              description={t(`assign.run.goalMeans.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <div>
        <Text fw={500} id="floor">
          {t('assign.run.floor', { floor })}
        </Text>
        <Slider
          mt="xs"
          thumbLabel={t('assign.run.floor', { floor })}
          label={null}
          value={floor}
          onChange={setFloor}
          min={0}
          max={90}
          step={5}
        />
      </div>
      <KnownPairs founders={founders} coaches={coaches} pairs={pairs} onChange={setPairs} />
      <NotMade error={starting.error} />
      <Button
        loading={starting.isPending}
        onClick={() => starting.mutate(wanted, { onSuccess: ({ id }) => void navigate(`/assignments/runs/${id}`) })}
      >
        {t('assign.run.start')}
      </Button>
    </Stack>
  );
}
