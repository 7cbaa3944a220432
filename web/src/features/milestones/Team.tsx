import { Badge, Button, Group, Menu, ActionIcon, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import type { Venture } from '../../shared/coaching/views';
import { Affected } from '../../shared/membership/Affected';
import { NotGranted } from '../../shared/membership/NotGranted';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { affectedByLastDay, useInvite, useLastDay, useLead } from './commands';

type Member = Venture['members'][number];

/** Who is in the team, who leads, and until when. Leads take people in and let them go; everybody may leave. */
export function Team({ venture, mayChange }: { venture: Venture; mayChange: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const lead = useLead(venture.id);
  const [isInviting, inviting] = useDisclosure();
  const [leaving, setLeaving] = useState<Member>();
  const today = localDate(useNow(), viewerZone());
  const members = venture.members.filter(({ current, startsOn }) => current || startsOn > today);
  const isLead = members.some((one) => one.personId === person.id && one.lead);
  return (
    <section aria-labelledby="team">
      <Title order={2} id="team" mb="sm">
        {t('ventureTeam.title')}
      </Title>
      <Paper withBorder radius="lg" p="md">
        <Stack gap="sm">
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {members.map((member) => (
              <li key={member.id}>
                <Group justify="space-between" wrap="nowrap" gap="sm">
                  <div style={{ minWidth: 0 }}>
                    <Group gap="xs">
                      <Text fw={member.personId === person.id ? 650 : undefined}>{member.fullName}</Text>
                      {member.lead && (
                        <Badge size="md" variant="light" tt="none">
                          {t('ventureTeam.leads')}
                        </Badge>
                      )}
                    </Group>
                    <Text size="sm" c="dimmed">
                      {member.endsOn
                        ? t('ventureTeam.until', { date: words.fullDate(member.endsOn) })
                        : t('ventureTeam.since', { date: words.fullDate(member.startsOn) })}
                    </Text>
                  </div>
                  {mayChange && (isLead || member.personId === person.id) && (
                    <Menu position="bottom-end" withinPortal>
                      <Menu.Target>
                        <ActionIcon
                          variant="subtle"
                          size={40}
                          aria-label={t('ventureTeam.changeOf', { name: member.fullName })}
                        >
                          <Icon name="more" />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {isLead && (
                          <Menu.Item onClick={() => lead.mutate({ memberId: member.id, lead: !member.lead })}>
                            {member.lead ? t('ventureTeam.makeMember') : t('ventureTeam.makeLead')}
                          </Menu.Item>
                        )}
                        <Menu.Item onClick={() => setLeaving(member)}>
                          {member.personId === person.id ? t('ventureTeam.leave') : t('ventureTeam.setLastDay')}
                        </Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </Group>
              </li>
            ))}
          </Stack>
          <NotGranted error={lead.error} timeZone={viewerZone()} />
          {mayChange && isLead && (
            <Group>
              <Button variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={inviting.open}>
                {t('ventureTeam.add')}
              </Button>
            </Group>
          )}
        </Stack>
      </Paper>
      <Sheet opened={isInviting} onClose={inviting.close} title={t('ventureTeam.add')}>
        <InviteForm ventureId={venture.id} onClose={inviting.close} />
      </Sheet>
      <Sheet
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={leaving ? t('ventureTeam.lastDayOf', { name: leaving.fullName }) : ''}
      >
        {leaving && (
          <LastDayForm ventureId={venture.id} member={leaving} today={today} onClose={() => setLeaving(undefined)} />
        )}
      </Sheet>
    </section>
  );
}

function InviteForm({ ventureId, onClose }: { ventureId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const invite = useInvite(ventureId);
  const isStranger = invite.error instanceof Problem && invite.error.status === 404;
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('ventureTeam.emailWrong')) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ email }) => invite.mutate({ email: email.trim() }, { onSuccess: onClose }))}
    >
      <Stack>
        <TextInput
          type="email"
          label={t('ventureTeam.email')}
          description={t('ventureTeam.emailHint')}
          data-autofocus
          {...form.getInputProps('email')}
        />
        {isStranger ? (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('ventureTeam.stranger')}
          </Text>
        ) : (
          <NotGranted error={invite.error} timeZone={viewerZone()} />
        )}
        <Group>
          <Button type="submit" loading={invite.isPending}>
            {t('ventureTeam.addConfirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LastDayForm(props: { ventureId: string; member: Member; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useLastDay(props.ventureId);
  const form = useForm({ initialValues: { endsOn: props.today } });
  const { endsOn } = form.values;
  const preview = useQuery({
    queryKey: ['ventures', 'last day', props.member.id, endsOn],
    queryFn: () => affectedByLastDay(props.ventureId, props.member.id, endsOn),
    enabled: endsOn !== '',
    retry: false,
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((last) =>
        end.mutate({ memberId: props.member.id, ...last }, { onSuccess: props.onClose }),
      )}
    >
      <Stack>
        <TextInput type="date" label={t('ventureTeam.lastDay')} min={props.today} {...form.getInputProps('endsOn')} />
        {preview.data && <Affected {...preview.data} />}
        <NotGranted error={end.error ?? preview.error} timeZone={viewerZone()} />
        <Group>
          <Button type="submit" color="red" loading={end.isPending}>
            {t('ventureTeam.lastDayConfirm')}
          </Button>
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
