import { Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../shared/ui/Mark';
import { Page } from '../../shared/ui/Page';
import { Scene } from '../../shared/ui/Scene';
import classes from './Doorway.module.css';

/** The frame of every screen before the sign-in: what the house is, and one form. */
export function Doorway(props: { title: string; below?: ReactNode; children: ReactNode; back?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.doorway}>
      <Box component="section" aria-label="Business Oasis" className={classes.welcome}>
        <Group gap="sm">
          <Mark size={44} />
          <Text fw={700} fz="xl">
            Business Oasis
          </Text>
        </Group>
        <Text className={classes.promise}>{t('access.promise')}</Text>
        <Text c="dimmed" className={classes.detail}>
          {t('access.promiseDetail')}
        </Text>
        <div className={classes.scene}>
          <Scene name="desk" />
        </div>
      </Box>
      <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="lg" className={classes.form}>
        <Page title={props.title} below={props.below}>
          <Stack>
            {props.children}
            {props.back && (
              <Anchor component={Link} to="/sign-in">
                {t('access.backToSignIn')}
              </Anchor>
            )}
          </Stack>
        </Page>
      </Paper>
    </div>
  );
}

/** What is said when there is nothing left to do in a form. */
export function Done({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack role="status" gap="xs">
      <Title order={2}>{title}</Title>
      {text && <Text>{text}</Text>}
      {children}
    </Stack>
  );
}
