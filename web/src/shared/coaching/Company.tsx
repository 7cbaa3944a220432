import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { teamOf } from './reads';
import { kinds } from './views';
import type { SessionType } from './views';

interface Company {
  /** Those of the team who may come, the one who books not counted. */
  mates: { id: string; fullName: string }[];
  /** The ids of those who are to come. */
  coming: string[];
  setComing: (ids: string[]) => void;
}

/**
 * Who of a team comes to a session beside the one who books. To a team session everybody is proposed, to what else the
 * team may come together only whoever the assignment is about; other kinds are for one.
 */
export function useCompany(assignmentId: string | undefined, type: SessionType, bookerId: string): Company {
  const isTogether = kinds[type].together && assignmentId !== undefined;
  const team = useQuery({ ...teamOf(assignmentId ?? ''), enabled: isTogether });
  const [chosen, setChosen] = useState<string[]>();
  const all = isTogether ? (team.data ?? []) : [];
  const mates = all.filter(({ id }) => id !== bookerId);
  const [first] = all;
  const proposed = mates.filter(({ id }) => type === 'team' || id === first?.id).map(({ id }) => id);
  const coming = chosen?.filter((id) => mates.some((mate) => mate.id === id)) ?? proposed;
  return { mates, coming, setComing: setChosen };
}

/** Chooses who of the team comes along; nothing where nobody else could. */
export function CompanyChoice({ mates, coming, setComing }: Company) {
  const { t } = useTranslation();
  if (mates.length === 0) return null;
  return (
    <Checkbox.Group label={t('session.company')} value={coming} onChange={setComing}>
      <Stack gap={6} mt={6}>
        {mates.map(({ id, fullName }) => (
          <Checkbox key={id} value={id} label={fullName} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
