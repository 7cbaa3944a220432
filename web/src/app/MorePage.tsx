import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../shared/api/use-session';
import { Icon } from '../shared/ui/Icon';
import { Page } from '../shared/ui/Page';
import classes from './MorePage.module.css';
import { otherWays } from './ways';

/** The ways that are not always in sight, in groups. */
export function MorePage() {
  const { t } = useTranslation();
  const person = usePerson();
  return (
    <Page title={t('more.title')}>
      <Stack gap="xl">
        {otherWays(person, t).map(({ heading, ways }) => (
          <section key={heading} aria-label={heading}>
            <Title order={2} mb="sm">
              {heading}
            </Title>
            <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" m={0} p={0}>
              {ways.map(({ to, icon, name }) => (
                <li key={to} className={classes.item}>
                  <Link to={to} className={classes.way}>
                    <Icon name={icon} size={24} />
                    <span>{name}</span>
                    <Icon name="right" size={18} />
                  </Link>
                </li>
              ))}
            </SimpleGrid>
          </section>
        ))}
      </Stack>
    </Page>
  );
}
