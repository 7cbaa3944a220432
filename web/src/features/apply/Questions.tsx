import { Checkbox, Group, NativeSelect, Paper, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sectors } from '../../shared/membership/sectors';
import { affiliations, ageBands, disclosures, ideaOwners, stages } from './fields';
import type { Fields, Required } from './fields';

interface Props {
  fields: Fields;
  lacks: ReadonlySet<Required>;
  onChange: (part: Partial<Fields>) => void;
}

type TextName = { [Name in keyof Fields]: Fields[Name] extends boolean ? never : Name }[keyof Fields];

/** Every question of an application, in four groups. */
export function Questions({ fields, lacks, onChange }: Props) {
  const { t } = useTranslation();
  const bound = (name: TextName) => ({
    id: `field-${name}`,
    label: t(`apply.field.${name}`),
    value: fields[name],
    error: lacks.has(name as Required) ? t('apply.needed') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  const options = <T extends string>(list: readonly T[], word: (one: T) => string) => [
    { value: '', label: t('apply.choosePlease') },
    ...list.map((value) => ({ value, label: word(value) })),
  ];
  const long = { autosize: true, minRows: 3, maxLength: 3000, size: 'md' } as const;
  return (
    <>
      <Part title={t('apply.part.you')}>
        <NativeSelect {...bound('ageBand')} data={options(ageBands, (one) => t(`apply.ageBand.${one}`))} />
        <TextInput {...bound('municipality')} maxLength={80} autoComplete="address-level2" />
        <TextInput {...bound('phone')} type="tel" maxLength={40} autoComplete="tel" />
        <NativeSelect {...bound('affiliation')} data={options(affiliations, (one) => t(`apply.affiliation.${one}`))} />
        <Textarea {...bound('team')} autosize minRows={2} size="md" description={t('apply.teamHint')} />
      </Part>
      <Part title={t('apply.part.idea')}>
        <TextInput {...bound('idea')} maxLength={200} />
        <Textarea {...bound('problem')} {...long} />
        <Textarea {...bound('customer')} {...long} />
        <Textarea {...bound('solution')} {...long} />
        <Textarea {...bound('novelty')} {...long} description={t('apply.noveltyHint')} />
        <NativeSelect {...bound('sector')} data={options(sectors, (one) => t(`apply.sector.${one}`))} />
        <NativeSelect {...bound('stage')} data={options(stages, (one) => t(`apply.stage.${one}`))} />
        <NativeSelect {...bound('ideaOwner')} data={options(ideaOwners, (one) => t(`apply.ideaOwner.${one}`))} />
        <NativeSelect
          {...bound('disclosure')}
          data={options(disclosures, (one) => t(`apply.disclosure.${one}`))}
          description={t('apply.disclosureHint')}
        />
        <TextInput {...bound('interviews')} inputMode="numeric" maxLength={5} />
        <Checkbox
          label={t('apply.field.prototype')}
          checked={fields.prototype}
          onChange={(event) => onChange({ prototype: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('apply.field.sales')}
          checked={fields.sales}
          onChange={(event) => onChange({ sales: event.currentTarget.checked })}
        />
      </Part>
      <Part title={t('apply.part.company')}>
        <Radio.Group
          label={t('apply.field.company')}
          value={fields.company}
          error={lacks.has('company') ? t('apply.needed') : undefined}
          onChange={(value) => onChange({ company: value === 'yes' ? 'yes' : 'no' })}
        >
          <Group mt={6}>
            <Radio id="field-company" value="no" label={t('apply.company.no')} />
            <Radio value="yes" label={t('apply.company.yes')} />
          </Group>
        </Radio.Group>
        {fields.company === 'yes' && (
          <>
            <TextInput {...bound('companyName')} maxLength={200} />
            <TextInput {...bound('registeredOn')} type="date" />
          </>
        )}
      </Part>
      <Part title={t('apply.part.place')}>
        <TextInput {...bound('startsOn')} type="date" />
        <NativeSelect {...bound('weeklyDays')} data={options(['1', '2', '3', '4', '5', '6', '7'], (one) => one)} />
      </Part>
      <Text size="sm" c="dimmed">
        {t('apply.whoReads')}
      </Text>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" aria-label={title} withBorder radius="lg" p="lg">
      <Title order={2} mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Paper>
  );
}
