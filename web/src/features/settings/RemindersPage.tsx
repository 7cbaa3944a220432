import { Accordion, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { BackToSettings } from './BackToSettings';
import { KindTable } from './KindTable';
import { QuietHours } from './QuietHours';
import { concerns, groupOf, groups } from './reminder-groups';
import { useReminders } from './use-reminders';

/** What somebody is told, and where: by mail, in the application, on their devices. Kept as soon as it is chosen. */
export function RemindersPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const { preferences, now, choose, error } = useReminders(person.id);
  const kinds = now?.kinds.filter(({ kind }) => concerns(kind, person)) ?? [];
  const shown = groups.filter((group) => kinds.some(({ kind }) => groupOf(kind) === group));
  return (
    <>
      <BackToSettings />
      <Page title={t('reminders.title')} below={t('reminders.below')}>
        <Stack gap="lg" maw={640}>
          {preferences.error && <Failure error={preferences.error} onRetry={() => void preferences.refetch()} />}
          {error && <Failure error={error} />}
          {preferences.isPending && <Skeleton h={240} />}
          {now && (
            <>
              <QuietHours
                hours={now.quietHours}
                onChange={(quietHours) => choose((before) => ({ ...before, quietHours }))}
              />
              <Accordion variant="separated" radius="lg" order={2} defaultValue={shown[0]} keepMounted={false}>
                {shown.map((group) => (
                  <Accordion.Item key={group} value={group}>
                    <Accordion.Control>{t(`reminders.group.${group}`)}</Accordion.Control>
                    <Accordion.Panel>
                      <KindTable
                        label={t(`reminders.group.${group}`)}
                        kinds={kinds.filter(({ kind }) => groupOf(kind) === group)}
                        onChange={choose}
                      />
                    </Accordion.Panel>
                  </Accordion.Item>
                ))}
              </Accordion>
            </>
          )}
        </Stack>
      </Page>
    </>
  );
}
