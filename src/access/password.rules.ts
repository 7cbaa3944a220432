import { dictionary } from '@zxcvbn-ts/language-common';
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

/** What people here would think of first, as far as it is long enough to pass: our languages, places and subject. */
const nearby = `salasana salasana1 salasana123 salasana1234 salasana2026 perkele1 perkele123 helsinki helsinki1 lappeenranta
  lappeenranta1 suomi123 suomi1234 talvi2026 kesa2026 kesä2026 jaakiekko jääkiekko
  losenord lösenord losenord1 lösenord1 losenord123 lösenord123 sverige1 sommar2026
  parol123 parol1234 пароль12 пароль123 пароль1234 йцукенгш qwerty12345 privet123 привет123 russia123
  summer2025 summer2026 winter2025 winter2026 spring2026 autumn2026 welcome2026 changeme123 demo1234 secret123
  entrepreneur entrepreneur1 founder1 founder123 startup1 startup123 coaching coaching1 businessoasis business-oasis
  business oasis oasis123 oasis1234 oasis2026`;

/** Eighteen thousand passwords that leaks have made known, and what is nearby: what guessers try first. */
const common = new Set(
  [...dictionary['passwords-common'], ...nearby.split(/\s+/)].filter((word) => word.length >= passwordLength.min),
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
