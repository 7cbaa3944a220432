import { HouseReason } from '../../../kernel/why';
import { Stage } from '../../../memberships/ventures/venture.rules';
import { AllowanceKind } from '../../../memberships/plans/plan.rules';

/** What stands around every letter in one language. */
export interface Frame {
  hello: (name: string) => string;
  /** Above the bare address of the button's link. */
  linkHint: string;
  /** Why somebody gets this mail, at the very end. */
  footer: string;
  /** The way out of mails of one kind: the link in a mail, the page behind it, and what that says afterwards. */
  unsubscribe: Record<'link' | 'heading' | 'text' | 'button' | 'done' | 'afterwards', string>;
  labels: Record<
    | 'place'
    | 'site'
    | 'address'
    | 'date'
    | 'time'
    | 'yourTime'
    | 'title'
    | 'reason'
    | 'plan'
    | 'from'
    | 'until'
    | 'deadline'
    | 'review'
    | 'waiting'
    | 'oldest'
    | 'with'
    | 'topic'
    | 'link'
    | 'coach'
    | 'founder'
    | 'venture'
    | 'stage'
    | 'used'
    | 'left'
    | 'open'
    | 'expected'
    | 'rooms'
    | 'sessions'
    | 'unlisted'
    | 'closures'
    | 'renewals'
    | 'pauses'
    | 'approvals'
    | 'coachAnswers'
    | 'due'
    | 'answer'
    | 'openedBy'
    | 'insteadOf',
    string
  >;
  /** Which of two it is when the clock shows the same time twice, because it is put back. */
  turns: Record<'first' | 'second', string>;
  /** The reasons of the house, in full sentences. */
  because: Record<HouseReason, string>;
  /** How a stage of a venture is called. */
  stages: Record<Stage, string>;
  /** How the kinds of a wallet are called. */
  allowances: Record<AllowanceKind, string>;
}
