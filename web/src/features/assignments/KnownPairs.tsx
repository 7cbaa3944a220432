import { ActionIcon, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/ui/Icon';
import classes from './Assignments.module.css';
import type { Overview } from './reads';

const fates = ['fixed', 'apart'] as const;
type Fate = (typeof fates)[number];

/** A pair of which a manager knows before a run what is to become. */
export interface KnownPair {
  membershipId: string;
  coachId: string;
  fate: Fate;
}

interface Props {
  founders: Overview['withoutCoach'];
  coaches: Overview['coaches'];
  pairs: readonly KnownPair[];
  onChange: (pairs: KnownPair[]) => void;
}

/** Whom a manager wants together or apart, before the house looks for the best of all others. */
export function KnownPairs({ founders, coaches, pairs, onChange }: Props) {
  const { t } = useTranslation();
  const [membershipId, setMembershipId] = useState('');
  const [fate, setFate] = useState<Fate>('fixed');
  const [coachId, setCoachId] = useState('');
  const founderName = (id: string) => founders.find((founder) => founder.membershipId === id)?.name ?? '–';
  const coachName = (id: string) => coaches.find((coach) => coach.coachId === id)?.name ?? '–';
  const others = pairs.filter((pair) => pair.membershipId !== membershipId || pair.coachId !== coachId);
  const add = () => {
    // Somebody can be fixed with one coach only, and has no use for the other wishes then.
    const kept = fate === 'fixed' ? others.filter((pair) => pair.membershipId !== membershipId) : others;
    onChange([...kept, { membershipId, coachId, fate }]);
    setMembershipId('');
    setCoachId('');
  };
  return (
    <section aria-labelledby="known-pairs">
      <Text fw={500} id="known-pairs">
        {t('assign.run.known')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('assign.run.knownMeans')}
      </Text>
      {pairs.length > 0 && (
        <Stack component="ul" gap={4} m={0} mt="xs" p={0}>
          {pairs.map((pair) => {
            const words = { founder: founderName(pair.membershipId), coach: coachName(pair.coachId) };
            return (
              <Group
                key={`${pair.membershipId} ${pair.coachId}`}
                component="li"
                className={classes.item}
                justify="space-between"
                wrap="nowrap"
              >
                <Text>{t(`assign.run.knownPair.${pair.fate}`, words)}</Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('assign.run.forget', words)}
                  onClick={() => onChange(pairs.filter((one) => one !== pair))}
                >
                  <Icon name="close" />
                </ActionIcon>
              </Group>
            );
          })}
        </Stack>
      )}
      <Group mt="xs" align="flex-end" gap="xs">
        <Choice
          label={t('assign.run.founder')}
          chosen={membershipId}
          people={founders.map((founder) => ({ value: founder.membershipId, label: founder.name }))}
          onChoose={setMembershipId}
        />
        <NativeSelect
          flex="1 1 9rem"
          label={t('assign.run.fate')}
          value={fate}
          onChange={(event) => setFate(fates.find((one) => one === event.currentTarget.value) ?? 'fixed')}
          data={fates.map((value) => ({ value, label: t(`assign.run.fates.${value}`) }))}
        />
        <Choice
          label={t('assign.run.coach')}
          chosen={coachId}
          people={coaches.map((coach) => ({ value: coach.coachId, label: coach.name }))}
          onChoose={setCoachId}
        />
        <Button variant="default" disabled={!membershipId || !coachId} onClick={add}>
          {t('assign.run.add')}
        </Button>
      </Group>
    </section>
  );
}

/** One side of a pair, by name. */
function Choice(props: {
  label: string;
  chosen: string;
  people: { value: string; label: string }[];
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      flex="1 1 11rem"
      label={props.label}
      value={props.chosen}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
      data={[{ value: '', label: t('assign.run.choose') }, ...props.people]}
    />
  );
}
