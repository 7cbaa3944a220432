import { Role } from '../../kernel/actor';

/** The states of a membership (API.md). `lapsed` and `ended` are final. */
export const membershipStatuses = ['offered', 'scheduled', 'active', 'paused', 'suspended', 'lapsed', 'ended'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** Accepted and not over: the states in which a membership runs by dates. */
export const runningStatuses: readonly MembershipStatus[] = ['scheduled', 'active', 'paused', 'suspended'];

/** Why a membership ends. `withdrawn` is before its start, `resigned` after notice; the others are a manager's or the calendar's. */
export const endReasons = [
  'graduated',
  'term_expired',
  'resigned',
  'terminated_for_cause',
  'stopped_idea',
  'transferred',
  'site_closed',
  'withdrawn',
] as const;
export type EndReason = (typeof endReasons)[number];

/** The reasons with which a manager ends a membership. */
export const managersEndReasons = endReasons.filter((reason) => reason !== 'withdrawn');

/** What can happen to a membership. */
export type MembershipEvent =
  | 'accept'
  | 'decline'
  | 'lapse'
  | 'start'
  | 'withdraw'
  | 'request-pause'
  | 'approve-pause'
  | 'refuse-pause'
  | 'begin-pause'
  | 'end-pause'
  | 'request-renewal'
  | 'renew'
  | 'refuse-renewal'
  | 'give-notice'
  | 'suspend'
  | 'answer-suspension'
  | 'reinstate'
  | 'end';

/** Who may make it happen: the person whose membership it is, a manager of the site, the house by itself. */
export type MembershipRole = 'member' | 'manager' | 'house';

interface Transition {
  from: readonly MembershipStatus[];
  /** Several where a date decides: a membership accepted after its start date is active at once. */
  to: readonly MembershipStatus[] | 'same';
  who: readonly MembershipRole[];
}

/** The life of a membership (domain.md 3.2). What is not in this table cannot happen. */
export const transitions: Record<MembershipEvent, Transition> = {
  accept: { from: ['offered'], to: ['scheduled', 'active'], who: ['member'] },
  decline: { from: ['offered'], to: ['lapsed'], who: ['member'] },
  lapse: { from: ['offered'], to: ['lapsed'], who: ['house'] },
  start: { from: ['scheduled'], to: ['active'], who: ['house'] },
  withdraw: { from: ['scheduled'], to: ['ended'], who: ['member', 'manager'] },
  'request-pause': { from: ['active'], to: 'same', who: ['member'] },
  'approve-pause': { from: ['active'], to: ['active', 'paused'], who: ['manager'] },
  'refuse-pause': { from: ['active', 'paused', 'suspended'], to: 'same', who: ['manager'] },
  'begin-pause': { from: ['active'], to: ['paused'], who: ['house'] },
  'end-pause': { from: ['paused'], to: ['active'], who: ['member', 'house'] },
  'request-renewal': { from: ['active'], to: 'same', who: ['member'] },
  renew: { from: ['active'], to: 'same', who: ['manager'] },
  'refuse-renewal': { from: ['active', 'paused', 'suspended'], to: 'same', who: ['manager'] },
  'give-notice': { from: ['active', 'paused'], to: 'same', who: ['member'] },
  suspend: { from: ['active', 'paused'], to: ['suspended'], who: ['manager'] },
  'answer-suspension': { from: ['suspended'], to: 'same', who: ['member'] },
  reinstate: { from: ['suspended'], to: ['active'], who: ['manager'] },
  end: {
    from: ['active', 'paused', 'suspended'],
    to: ['active', 'paused', 'suspended', 'ended'],
    who: ['manager', 'house'],
  },
};

/** Events in which a manager decides about somebody: never about oneself, nor where a conflict of interest is open. */
export const decisions: readonly MembershipEvent[] = [
  'approve-pause',
  'refuse-pause',
  'renew',
  'refuse-renewal',
  'suspend',
  'reinstate',
  'end',
];

/** The role that comes with a membership, from its acceptance until it is over. */
export const roleOfMembers: Role = 'entrepreneur';
