import { Refusal } from '../kernel/errors';
import { judge, Rule } from '../kernel/refusal';

/** Fewest and most characters of a password (OWASP ASVS 6.2: at least 8, long ones allowed, no rules of composition). */
export const passwordLength = { min: 8, max: 128 };

/** A password and what is known about the person who wants it. */
export interface WantedPassword {
  password: string;
  email: string;
  fullName: string;
}

/**
 * Passwords that guessers try first, as far as they are long enough to pass. Ten tries in a quarter of an hour make a
 * longer list of little use; these are the ones that ten tries would find.
 */
const common = new Set(
  `password password1 password12 password123 password1234 password! passw0rd p@ssw0rd p@ssword pa55word password01
  12345678 123456789 1234567890 12345678910 123123123 1234512345 11223344 87654321 987654321 0987654321 01234567
  0123456789 147258369 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234
  qwertyuiop123 qwer1234 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 zaq12wsx abcdefgh abcd1234 abc12345 abc123456
  abcdef123 aa123456 a1234567 a12345678 a123456789 iloveyou iloveyou1 iloveyou123 sunshine sunshine1 princess princess1
  football football1 baseball superman batman123 spiderman pokemon1 pokemon123 starwars starwars1 dragon123 monkey123
  master123 shadow123 michael1 jennifer jordan23 trustno1 letmein1 letmein123 welcome1 welcome12 welcome123 welcome2026
  changeme changeme1 changeme123 default1 secret123 test1234 testtest test12345 demo1234 admin123 admin1234 admin12345
  administrator root1234 guest123 login123 internet computer computer1 whatever whatever1 freedom1 hello123 hello1234
  summer2025 summer2026 winter2025 winter2026 spring2026 autumn2026 january1 december1 monday123
  salasana salasana1 salasana123 salasana1234 salasana2026 perkele1 perkele123 helsinki helsinki1 lappeenranta
  lappeenranta1 suomi123 suomi1234 talvi2026 kesa2026 kesä2026 jaakiekko jääkiekko
  losenord lösenord losenord1 lösenord1 losenord123 lösenord123 sverige1 sommar2026
  parol123 parol1234 пароль12 пароль123 пароль1234 йцукенгш qwerty12345 privet123 привет123 russia123
  entrepreneur entrepreneur1 founder1 founder123 startup1 startup123 coaching coaching1 businessoasis business-oasis
  business oasis oasis123 oasis1234 oasis2026`
    .split(/\s+/)
    .filter((word) => word.length >= passwordLength.min),
);

const weakPassword: Rule<WantedPassword> = {
  name: 'weak_password',
  judge({ password, email, fullName }) {
    const typed = plain(password);
    const reason = common.has(typed)
      ? 'common'
      : [email, email.split('@')[0] ?? '', fullName].some((own) => plain(own) === typed)
        ? 'own_name_or_address'
        : /^(.{1,3})\1+.{0,2}$/su.test(typed)
          ? 'repetition'
          : undefined;
    if (reason === undefined) return undefined;
    return { detail: 'This password is easy to guess. Choose a longer or less usual one.', facts: { reason } };
  },
};

/** Everything that speaks against a password; empty when it may be used. */
export function passwordRefusals(wanted: WantedPassword): Refusal[] {
  return judge([weakPassword], wanted);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
