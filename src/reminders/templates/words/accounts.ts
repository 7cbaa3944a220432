import { AccountChange } from '../../../access/account-notice.entity';
import { Copy } from './copy';

/** What is said about the account itself. */
export interface AccountLetters {
  /** `validity`: a length of time such as "24 hours". */
  verify_email: (facts: { validity: string }) => Copy;
  reset_password: (facts: { validity: string }) => Copy;
  already_registered: () => Copy;
  /** `left`: recovery codes that nobody has used. */
  account_changed: (facts: { what: AccountChange; left: number }) => Copy;
  erasure_answered: (facts: { granted: boolean; reason: string }) => Copy;
}
