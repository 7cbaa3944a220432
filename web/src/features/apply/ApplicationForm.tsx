import { Alert, Anchor, Button, Checkbox, Group, List, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import type { Application, ApplicationChange, Locale, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { plansOf, touchedByApplications } from '../../shared/membership/reads';
import { Consents } from '../../shared/privacy/Consents';
import { answersOf, changed, fieldsOf, missing } from './fields';
import type { Fields, Required } from './fields';
import { Questions } from './Questions';
import { useDraft } from './use-draft';
import type { Keeping } from './use-draft';

/** The form of an application: it keeps itself, says what is missing, and is handed in when it is whole. */
export function ApplicationForm({ application, site }: { application: Application; site: Site }) {
  const { t, i18n } = useTranslation();
  const plans = useQuery(plansOf(site.id));
  const [fields, setFields] = useState(() => fieldsOf(application));
  const [planId, setPlanId] = useState(application.planId ?? '');
  const [isTold, setTold] = useState(false);
  const { keeping, error, change, flush } = useDraft(application);
  const submitting = useCommand(async () => {
    if (!(await flush())) return undefined;
    const path = { id: application.id };
    return answered(api.POST('/api/v1/applications/{id}/submit', { params: { path }, body: {} }));
  }, touchedByApplications);

  const set = (part: Partial<Fields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    const wanted: ApplicationChange = {};
    const answers = changed(answersOf(fields), answersOf(next));
    if (Object.keys(answers).length > 0) wanted.answers = answers;
    if (part.startsOn !== undefined) wanted.startsOn = part.startsOn || null;
    if (part.noOwnOffice !== undefined) wanted.noOwnOffice = part.noOwnOffice;
    change(wanted);
  };

  const lacks = new Set<Required>([...missing(fields), ...lackedBy(submitting.error)].filter(stillEmpty));
  function stillEmpty(name: Required): boolean {
    return fields[name].trim() === '';
  }
  const submit = () => {
    setTold(true);
    if (lacks.size > 0 || !fields.noOwnOffice) return;
    submitting.mutate(undefined, {
      onSuccess: (done) => done && notifications.show({ message: t('apply.submitted') }),
    });
  };

  return (
    <Stack gap="lg">
      <NativeSelect
        label={t('apply.plan')}
        value={planId}
        onChange={(event) => {
          setPlanId(event.currentTarget.value);
          change({ planId: event.currentTarget.value });
        }}
        data={(plans.data ?? [])
          .filter((plan) => plan.needs === 'nothing' || plan.planId === planId)
          .map((plan) => ({ value: plan.planId, label: plan.texts[i18n.language as Locale].name }))}
      />
      <Questions fields={fields} lacks={isTold ? lacks : new Set()} onChange={set} />
      <Paper withBorder radius="lg" p="lg">
        <Checkbox
          id="field-noOwnOffice"
          label={t('apply.noOwnOffice')}
          description={t('apply.noOwnOfficeWhy')}
          checked={fields.noOwnOffice}
          error={isTold && !fields.noOwnOffice ? t('refusal.no_own_office.remedy') : undefined}
          onChange={(event) => set({ noOwnOffice: event.currentTarget.checked })}
        />
      </Paper>
      <Consents />
      <Missing lacks={lacks} />
      {error !== undefined && <NotGranted error={error} timeZone={site.timeZone} />}
      <NotGranted error={submitting.error} timeZone={site.timeZone} />
      <Group justify="space-between">
        <Button onClick={submit} loading={submitting.isPending}>
          {t('apply.submit')}
        </Button>
        <Kept keeping={keeping} />
      </Group>
    </Stack>
  );
}

/** What the server found missing, by the fields of the form. */
function lackedBy(error: unknown): Required[] {
  if (!(error instanceof Problem)) return [];
  const facts = error.refusals.find(({ code }) => code === 'complete_application')?.facts.missing;
  return Array.isArray(facts) ? facts.map((pointer) => String(pointer).split('/').at(-1) as Required) : [];
}

/** What is missing, each with the way to it. */
function Missing({ lacks }: { lacks: Set<Required> }) {
  const { t } = useTranslation();
  if (lacks.size === 0) return null;
  return (
    <Alert color="yellow" title={t('apply.missing')}>
      <List>
        {[...lacks].map((name) => (
          <List.Item key={name}>
            <Anchor
              href={`#field-${name}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(`field-${name}`)?.focus();
              }}
            >
              {t(`apply.field.${name}`)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Whether what was typed is safe. */
function Kept({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation();
  return (
    <Text role="status" c={keeping === 'kept' || keeping === 'keeping' ? 'dimmed' : 'red'} data-keeping={keeping}>
      {t(`apply.keeping.${keeping}`)}
    </Text>
  );
}
