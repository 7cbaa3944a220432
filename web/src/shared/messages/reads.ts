import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import type { components } from '../api/schema';

export type Message = components['schemas']['MessageView'];
export type MessagePage = components['schemas']['MessagePage'];

/** How often the number of unread messages is asked for while somebody looks, in milliseconds. */
const pulse = 60_000;

/** How many messages wait to be read. */
export const unreadCount = (personId: string) =>
  queryOptions({
    queryKey: ['messages', 'unread', personId],
    queryFn: async () => (await answered(api.GET('/api/v1/messages', { params: { query: { limit: 1 } } }))).unread,
    refetchInterval: pulse,
    // A badge is not worth a complaint: it comes with the next try.
    retry: false,
  });

/** One's own messages, the newest first, page by page. */
export const messagesOf = (personId: string, onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['messages', 'list', personId, onlyUnread ? 'unread' : 'all'],
    queryFn: ({ pageParam }): Promise<MessagePage> => {
      const query = { limit: 30, cursor: pageParam, ...(onlyUnread && { unread: true }) };
      return answered(api.GET('/api/v1/messages', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
