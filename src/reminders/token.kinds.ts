import { LinkPurpose } from '../access/access.rules';
import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { Draft } from './templates/letter';
import { lengthIn } from './templates/moments';
import { wordsIn } from './templates/languages';
import { Words } from './templates/words';
import { Copy } from './templates/words/copy';

/** A link that was asked for: a row of `one_time_token`. */
interface Token extends Record<string, unknown> {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}

function tokenKind(purpose: LinkPurpose, copy: (letters: Words['letters'], validity: string) => Copy): Kind<Token> {
  return {
    name: purpose,
    audience: 'the owner of the address',
    channels: ['mail'],
    canBeSwitchedOff: false,
    isUrgent: true,
    usefulUntil: 'the link expires',
    facts: `
      select t.id as subject_id, 'issued' as occasion, t.person_id, t.created_at as due_at, t.expires_at as useful_until
      from one_time_token t
      where t.purpose = '${purpose}' and t.created_at > $2 and t.used_at is null and t.expires_at > $1`,
    reread: `
      select t.id, t.created_at as "createdAt", t.expires_at as "expiresAt",
             case when t.used_at is not null then 'the link was used or replaced'
                  when t.expires_at <= $2 then 'the link has expired' end as pointless
      from one_time_token t where t.id = $1 for share of t`,
    draft: (token: Token, reader: Reader, links: LetterLinks): Draft => {
      const validity = lengthIn(token.createdAt, token.expiresAt, reader.locale);
      return {
        ...copy(wordsIn(reader.locale).letters, validity),
        details: [],
        link: links.forToken(token.id, purpose),
      };
    },
  };
}

/** What people are told about their own accounts. */
export const tokenKinds = [
  tokenKind('verify_email', (letters, validity) => letters.verify_email({ validity })),
  tokenKind('reset_password', (letters, validity) => letters.reset_password({ validity })),
  tokenKind('already_registered', (letters) => letters.already_registered()),
] as Kind[];
