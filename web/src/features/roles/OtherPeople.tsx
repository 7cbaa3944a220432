import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Row, Rows, RowSection } from '../../shared/site/Rows';
import { Failure } from '../../shared/ui/Failure';
import { peopleNamed } from './reads';
import type { Account } from './reads';

/** From how many letters on people are looked for who are on no list that is shown. */
const fewestLetters = 2;

/** Whoever has an account and is searched for, beside those who are shown already: people without a role among them. */
export function OtherPeople(props: { search: string; shown: ReadonlySet<string>; onLost: (one: Account) => void }) {
  const { t } = useTranslation();
  const [search] = useDebouncedValue(props.search, 300);
  const people = useQuery({ ...peopleNamed(search), enabled: search.length >= fewestLetters });
  if (props.search.length < fewestLetters) return null;
  if (people.error) return <Failure error={people.error} onRetry={() => void people.refetch()} />;
  const others = (people.data ?? []).filter(({ id }) => !props.shown.has(id));
  if (others.length === 0) return null;
  return (
    <RowSection title={t('roles.others')} count={others.length}>
      <Rows>
        {others.map((one) => (
          <Row
            key={one.id}
            name={one.fullName}
            deeds={
              <Button
                size="sm"
                variant="subtle"
                aria-label={t('roles.lostNamed', { name: one.fullName })}
                onClick={() => props.onLost(one)}
              >
                {t('roles.lost')}
              </Button>
            }
          >
            <Text fw={650}>{one.fullName}</Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {one.email}
            </Text>
          </Row>
        ))}
      </Rows>
    </RowSection>
  );
}
