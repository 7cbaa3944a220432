import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Venture } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Sheet } from '../../shared/ui/Sheet';
import { useRegister } from './commands';

/** The registered company of a venture, with a warning before it costs the start-up grant. */
export function CompanyFacts({ venture, mayChange }: { venture: Venture; mayChange: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const [isEntering, entering] = useDisclosure();
  const { company } = venture;
  return (
    <section aria-labelledby="company">
      <Title order={2} id="company" mb="sm">
        {t('ventureCompany.title')}
      </Title>
      <Paper withBorder radius="lg" p="md">
        <Stack gap="sm" align="flex-start">
          {company ? (
            <div>
              <Text fw={650}>{company.name}</Text>
              <Text>
                {company.businessId}, {company.country}
              </Text>
              <Text c="dimmed">{t('ventureCompany.since', { date: words.fullDate(company.registeredOn) })}</Text>
            </div>
          ) : (
            <Text c="dimmed">{t('ventureCompany.none')}</Text>
          )}
          {mayChange && (
            <Button variant="default" size="sm" onClick={entering.open}>
              {company ? t('milestones.change') : t('ventureCompany.enter')}
            </Button>
          )}
        </Stack>
      </Paper>
      <Sheet opened={isEntering} onClose={entering.close} title={t('ventureCompany.enter')}>
        <CompanyForm venture={venture} onClose={entering.close} />
      </Sheet>
    </section>
  );
}

function CompanyForm({ venture, onClose }: { venture: Venture; onClose: () => void }) {
  const { t } = useTranslation();
  const register = useRegister(venture.id);
  const { company, startUpGrant } = venture;
  const needed = (value: string) => (value.trim() ? null : t('ventureCompany.missing'));
  const form = useForm({
    initialValues: {
      name: company?.name ?? '',
      businessId: company?.businessId ?? '',
      country: company?.country ?? 'FI',
      registeredOn: company?.registeredOn ?? '',
    },
    validate: {
      name: needed,
      businessId: needed,
      country: (value) => (/^[A-Za-z]{2}$/.test(value.trim()) ? null : t('ventureCompany.countryWrong')),
      registeredOn: needed,
    },
  });
  const endangersGrant = !company && (startUpGrant === 'waiting' || startUpGrant === 'unknown');
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        register.mutate(
          {
            name: values.name.trim(),
            businessId: values.businessId.trim(),
            country: values.country.trim().toUpperCase(),
            registeredOn: values.registeredOn,
          },
          { onSuccess: onClose },
        ),
      )}
    >
      <Stack>
        {endangersGrant && (
          <Alert color="yellow" title={t('milestones.grantWarning')}>
            {startUpGrant === 'waiting' ? t('milestones.grantWaits') : t('milestones.grantUnknown')}
          </Alert>
        )}
        <TextInput label={t('ventureCompany.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Group grow align="flex-start">
          <TextInput
            label={t('ventureCompany.businessId')}
            description={t('ventureCompany.businessIdHint')}
            maxLength={30}
            {...form.getInputProps('businessId')}
          />
          <TextInput
            label={t('ventureCompany.country')}
            description={t('ventureCompany.countryHint')}
            maxLength={2}
            {...form.getInputProps('country')}
          />
        </Group>
        <TextInput type="date" label={t('ventureCompany.registeredOn')} {...form.getInputProps('registeredOn')} />
        <NotGranted error={register.error} timeZone={viewerZone()} />
        <Group>
          <Button type="submit" loading={register.isPending}>
            {t('action.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
