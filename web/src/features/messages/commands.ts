import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { answered, api } from '../../shared/api/client';
import { messagesOf, unreadCount } from '../../shared/messages/reads';
import type { Message, MessagePage } from '../../shared/messages/reads';
import { instant } from '../../shared/time/site-time';

/**
 * Marks messages as read, at once on the screen. One that is read stays in the list of unread ones until that is opened
 * anew, so that nothing moves away under a finger.
 */
export function useReading(personId: string) {
  const client = useQueryClient();

  const show = (which: (message: Message) => boolean, unread: (now: number) => number) => {
    const readAt = instant(Date.now());
    for (const onlyUnread of [true, false]) {
      const { queryKey } = messagesOf(personId, onlyUnread);
      client.setQueryData<InfiniteData<MessagePage, string | undefined>>(queryKey, (data) =>
        data === undefined
          ? undefined
          : {
              ...data,
              pages: data.pages.map((page) => ({
                ...page,
                items: page.items.map((item) => (item.readAt === null && which(item) ? { ...item, readAt } : item)),
              })),
            },
      );
    }
    client.setQueryData(unreadCount(personId).queryKey, (now) => (now === undefined ? undefined : unread(now)));
  };
  const again = () => client.invalidateQueries({ queryKey: ['messages'] });
  const know = (unread: number) => client.setQueryData(unreadCount(personId).queryKey, unread);

  const one = useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/v1/messages/{id}/read', { params: { path: { id } } })),
    onMutate: (id) =>
      show(
        (message) => message.id === id,
        (now) => Math.max(0, now - 1),
      ),
    onSuccess: ({ unread }) => know(unread),
    onError: again,
  });
  const all = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/messages/read')),
    onMutate: () =>
      show(
        () => true,
        () => 0,
      ),
    onSuccess: ({ unread }) => know(unread),
    onError: again,
  });
  return { one, all };
}
