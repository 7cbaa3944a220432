import { answered, api } from '../../shared/api/client';
import type { EndWish } from '../../shared/api/views';
import type { AffectedByChange } from '../../shared/membership/Affected';

/** What a manager can do with a membership. */
export type Deed = 'approve-pause' | 'refuse-pause' | 'renew' | 'refuse-renewal' | 'suspend' | 'reinstate' | 'end';

/** A deed with all that its form knows. */
export interface Wish {
  deed: Deed;
  words: string;
  /** The last day, or the day of review. */
  date: string;
  today: string;
  reason: EndWish['reason'];
  cancelBookings: boolean;
}

/** An end today is one at once: then the last day is not named. */
const endOf = ({ reason, words, date, today }: Wish): EndWish => ({
  reason,
  ...(words && { note: words }),
  ...(date !== today && { endsOn: date }),
});

/** What a deed would take away; nothing changes. */
export function affectedBy(id: string, wish: Wish): Promise<AffectedByChange> {
  const params = { path: { id }, query: { preview: true } };
  switch (wish.deed) {
    case 'approve-pause':
      return answered(api.POST('/api/v1/memberships/{id}/approve-pause', { params }));
    case 'suspend': {
      const body = { reason: wish.words, reviewOn: wish.date, cancelBookings: wish.cancelBookings };
      return answered(api.POST('/api/v1/memberships/{id}/suspend', { params, body }));
    }
    case 'end':
      return answered(api.POST('/api/v1/memberships/{id}/end', { params, body: endOf(wish) }));
    default:
      return Promise.resolve({ affectedBookings: [] });
  }
}

/** Does it. */
export function act(id: string, wish: Wish): Promise<unknown> {
  const params = { path: { id } };
  const reason = { reason: wish.words };
  switch (wish.deed) {
    case 'approve-pause':
      return answered(api.POST('/api/v1/memberships/{id}/approve-pause', { params }));
    case 'refuse-pause':
      return answered(api.POST('/api/v1/memberships/{id}/refuse-pause', { params, body: reason }));
    case 'renew':
      return answered(api.POST('/api/v1/memberships/{id}/renew', { params, body: { review: wish.words } }));
    case 'refuse-renewal':
      return answered(api.POST('/api/v1/memberships/{id}/refuse-renewal', { params, body: reason }));
    case 'suspend': {
      const body = { ...reason, reviewOn: wish.date, cancelBookings: wish.cancelBookings };
      return answered(api.POST('/api/v1/memberships/{id}/suspend', { params, body }));
    }
    case 'reinstate':
      return answered(api.POST('/api/v1/memberships/{id}/reinstate', { params }));
    case 'end':
      return answered(api.POST('/api/v1/memberships/{id}/end', { params, body: endOf(wish) }));
  }
}
