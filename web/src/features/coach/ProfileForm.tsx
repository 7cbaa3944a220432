import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import type { Site } from '../../shared/api/views';
import { touchedByCoach } from '../../shared/coaching/coach-reads';
import type { TopicOfTree } from '../../shared/coaching/coach-reads';
import type { Coach } from '../../shared/coaching/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { Icon } from '../../shared/ui/Icon';
import { Choices } from './Choices';
import { ExpertiseTree } from './ExpertiseTree';
import { LanguageLines } from './LanguageLines';
import { bodyOf, valuesOf } from './profile-form';
import type { ProfileValues } from './profile-form';
import { putProfile } from './save';
import { sectors } from '../../shared/membership/sectors';

const stages = ['idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'] as const;

interface Props {
  /** What was said before; null the first time. */
  profile: Coach | null;
  tree: TopicOfTree[];
  sites: Site[];
  onAgain: () => void;
}

/** How somebody coaches, in one form. */
export function ProfileForm({ profile, tree, sites, onAgain }: Props) {
  const { t } = useTranslation();
  const [isFirst] = useState(profile === null);
  const [version, setVersion] = useState(profile?.version);
  const saving = useCommand(async (values: ProfileValues) => {
    const saved = await putProfile(bodyOf(values, profile), version);
    setVersion(saved.version);
    return saved;
  }, touchedByCoach);
  const form = useForm<ProfileValues>({
    initialValues: valuesOf(profile),
    validate: {
      remoteLink: (link) => (link.trim() && !/^https:\/\/\S+$/.test(link.trim()) ? t('coach.profile.linkWrong') : null),
      capacity: (places) => (places === '' || Number(places) < 0 ? t('coach.profile.capacityMissing') : null),
    },
  });
  const isStale = saving.error instanceof Problem && saving.error.status === 412;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        saving.mutate(values, {
          onSuccess: () => {
            form.resetDirty(values);
            notifications.show({ message: t('coach.profile.saved') });
          },
        }),
      )}
    >
      <Stack gap="xl">
        {isFirst && version === undefined && (
          <Alert icon={<Icon name="person" />} title={t('coach.hours.noProfile')}>
            {t('coach.first.text')}
          </Alert>
        )}
        <Stack>
          <TextInput
            label={t('coach.profile.headline')}
            description={t('coach.profile.headlineText')}
            maxLength={120}
            {...form.getInputProps('headline')}
          />
          <Textarea
            label={t('coach.profile.about')}
            autosize
            minRows={3}
            maxLength={3000}
            {...form.getInputProps('about')}
          />
          <Switch
            label={t('coach.profile.away')}
            description={t('coach.profile.awayText')}
            {...form.getInputProps('isAway', { type: 'checkbox' })}
          />
          <NumberInput
            maw={320}
            size="md"
            label={t('coach.profile.capacity')}
            description={t('coach.profile.capacityText')}
            min={0}
            max={99}
            step={0.5}
            decimalScale={1}
            {...form.getInputProps('capacity')}
          />
        </Stack>
        <section aria-labelledby="expertise">
          <Title order={2} id="expertise" mb={4}>
            {t('coach.expertise.title')}
          </Title>
          <Text c="dimmed" mb="sm">
            {t('coach.expertise.text')}
          </Text>
          <ExpertiseTree
            tree={tree}
            value={form.values.expertise}
            onChange={(value) => form.setFieldValue('expertise', value)}
          />
        </section>
        <LanguageLines value={form.values.languages} onChange={(value) => form.setFieldValue('languages', value)} />
        <Choices
          label={t('coach.profile.sectors')}
          description={t('coach.profile.sectorsText')}
          value={form.values.sectors}
          onChange={(value) => form.setFieldValue('sectors', value)}
          data={sectors.map((value) => ({ value, label: t(`apply.sector.${value}`) }))}
        />
        <Choices
          label={t('coach.profile.stages')}
          description={t('coach.profile.stagesText')}
          value={form.values.stages}
          onChange={(value) => form.setFieldValue('stages', value)}
          data={stages.map((value) => ({ value, label: t(`apply.stage.${value}`) }))}
        />
        <Stack gap="sm">
          <Choices
            label={t('coach.profile.sites')}
            value={form.values.sites}
            onChange={(value) => form.setFieldValue('sites', value)}
            data={sites.map((site) => ({ value: site.id, label: siteName(site) }))}
          />
          <Checkbox label={t('coach.profile.remote')} {...form.getInputProps('remote', { type: 'checkbox' })} />
          {form.values.remote && (
            <TextInput
              type="url"
              inputMode="url"
              label={t('coach.profile.link')}
              description={t('coach.profile.linkText')}
              maxLength={500}
              {...form.getInputProps('remoteLink')}
            />
          )}
        </Stack>
        {isStale ? (
          <Alert color="yellow" role="alert">
            <Text>{t('failure.stale')}</Text>
            <Button mt="sm" variant="default" onClick={onAgain}>
              {t('coach.hours.loadAgain')}
            </Button>
          </Alert>
        ) : (
          <NotGranted error={saving.error} timeZone={viewerZone()} />
        )}
        {isFirst && version !== undefined && (
          <Alert role="status" color="palm" icon={<Icon name="check" />}>
            <Text>{t('coach.first.saved')}</Text>
            <Button component={Link} to="/coach/availability" mt="sm">
              {t('coach.hours.title')}
            </Button>
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
