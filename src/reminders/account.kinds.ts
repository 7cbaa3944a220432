import { AccountChange } from '../access/account-notice.entity';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';

interface Change extends Record<string, unknown> {
  what: AccountChange;
  /** How many recovery codes are left. */
  left: number;
}

/** What was done to an account, in case it was not its owner who did it. */
const accountChanged: Kind<Change> = {
  name: 'account_changed',
  audience: 'the owner of the account',
  channels: ['mail', 'app'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'a week has passed',
  facts: `
    select n.id as subject_id, n.what as occasion, n.person_id, n.at as due_at, n.at + interval '7 days' as useful_until
    from account_notice n
    where n.at > $2 and n.at + interval '7 days' > $1`,
  reread: `
    select n.what, null as pointless,
           (select count(*)::int from recovery_code c where c.person_id = n.person_id and c.used_at is null) as left
    from account_notice n where n.id = $1 and $2::timestamptz is not null for share of n`,
  draft: ({ what, left }: Change, reader: Reader, links: LetterLinks): Draft => ({
    ...wordsIn(reader.locale).letters.account_changed({ what, left }),
    details: [],
    link: links.signIns(),
  }),
};

/** What people are told about changes of their own accounts. */
export const accountKinds = [accountChanged] as Kind[];
