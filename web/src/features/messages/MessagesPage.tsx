import { Anchor, Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { messagesOf, unreadCount } from '../../shared/messages/reads';
import type { Message } from '../../shared/messages/reads';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { useReading } from './commands';
import { MessageItem } from './MessageItem';

/** Everything that the house has told somebody, the newest first, each with the way to what it is about. */
export function MessagesPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const onlyUnread = query.get('show') === 'unread';
  const messages = useInfiniteQuery(messagesOf(person.id, onlyUnread));
  const unread = useQuery(unreadCount(person.id)).data ?? 0;
  const reading = useReading(person.id);
  const items = messages.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('messages.title')}>
      <Stack gap="lg" maw={720}>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t('messages.show')}
            value={onlyUnread ? 'unread' : 'all'}
            onChange={(show) => setQuery(show === 'unread' ? { show } : {}, { replace: true })}
            data={[
              { value: 'all', label: t('messages.all') },
              { value: 'unread', label: t('messages.unread') },
            ]}
          />
          {unread > 0 && (
            <Button variant="subtle" leftSection={<Icon name="check" />} onClick={() => reading.all.mutate()}>
              {t('messages.readAll')}
            </Button>
          )}
        </Group>
        {reading.all.error && <Failure error={reading.all.error} />}
        {messages.error && <Failure error={messages.error} onRetry={() => void messages.refetch()} />}
        {messages.isPending && <Skeleton h={200} />}
        {items?.length === 0 && (
          <Empty
            scene="post"
            title={onlyUnread ? t('messages.noneUnread') : t('messages.none')}
            text={onlyUnread ? t('messages.noneUnreadText') : t('messages.noneText')}
          />
        )}
        {items && items.length > 0 && <Days items={items} onRead={(id) => reading.one.mutate(id)} />}
        {messages.hasNextPage && (
          <Button variant="default" loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
            {t('messages.older')}
          </Button>
        )}
        <Anchor component={Link} to="/settings/reminders">
          {t('messages.choose')}
        </Anchor>
      </Stack>
    </Page>
  );
}

/** Messages under the days on which they came. */
function Days({ items, onRead }: { items: Message[]; onRead: (id: string) => void }) {
  const words = useWords();
  const now = useNow();
  const zone = viewerZone();
  const dayOf = (message: Message) => localDate(Date.parse(message.sentAt), zone);
  const days = [...new Set(items.map(dayOf))];
  return (
    <Stack gap="lg">
      {days.map((day) => (
        <section key={day} aria-label={words.date(day)}>
          <Title order={2} size="h3" mb="xs" c="dimmed">
            <Text span inherit>
              {words.day(day, localDate(now, zone))}
            </Text>
          </Title>
          <Stack component="ul" gap={8} m={0} p={0}>
            {items
              .filter((message) => dayOf(message) === day)
              .map((message) => (
                <MessageItem key={message.id} message={message} onRead={onRead} />
              ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
