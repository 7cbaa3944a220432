import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { isStale, useAsOpened } from '../../shared/api/as-opened';
import { usePerson } from '../../shared/api/use-session';
import { useDescribeSession } from '../../shared/coaching/commands';
import type { Session } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';
import { Part } from './Part';

/** What a session is to be about; until it begins, those who take part can say it better. */
export function Brief({ session, mayChange }: { session: Session; mayChange: boolean }) {
  const { t } = useTranslation();
  const [isChanging, changing] = useDisclosure();
  const isCoach = session.coach.id === usePerson().id;
  if (!mayChange && !session.brief) return null;
  const name = session.participants.map(({ fullName }) => fullName).join(', ');
  return (
    <Part id="brief" title={isCoach ? t('session.briefOf', { name }) : t('session.brief')}>
      {isChanging ? (
        <BriefForm session={session} onClose={changing.close} />
      ) : (
        <Stack gap="sm" align="flex-start">
          {session.brief ? (
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{session.brief}</Text>
          ) : (
            <Text c="dimmed">{t('session.noBrief')}</Text>
          )}
          {mayChange && (
            <Button variant="default" size="sm" onClick={changing.open}>
              {session.brief ? t('session.changeBrief') : t('session.writeBrief')}
            </Button>
          )}
        </Stack>
      )}
    </Part>
  );
}

function BriefForm({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const describe = useDescribeSession();
  const seen = useAsOpened(session, describe.error);
  const form = useForm({ initialValues: { topic: session.topic, brief: session.brief } });
  return (
    <form
      onSubmit={form.onSubmit(({ topic, brief }) =>
        describe.mutate({ session: seen, topic: topic.trim(), brief: brief.trim() }, { onSuccess: onClose }),
      )}
    >
      <Stack>
        <TextInput label={t('session.topic')} maxLength={200} autoFocus {...form.getInputProps('topic')} />
        <Textarea
          autosize
          minRows={3}
          maxRows={16}
          maxLength={4000}
          label={t('session.brief')}
          description={t('session.briefHint')}
          {...form.getInputProps('brief')}
        />
        {describe.error && <Failure error={describe.error} />}
        {isStale(describe.error) && (
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{session.brief}</Text>
        )}
        <Group>
          <Button type="submit" loading={describe.isPending}>
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
