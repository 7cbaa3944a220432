import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { instant } from '../kernel/period';
import { ProfileView } from '../people/people.dto';
import { Locale, locales } from '../people/people.rules';
import { Choice, Email, Secret, Text, Ticked } from '../platform/http/fields';
import { OwnSession } from './access.queries';
import { passwordLength } from './password.rules';

const newPassword = {
  ...passwordLength,
  description: 'any characters; refused as `weak_password` when it is among the first that guessers try',
};

/** What somebody fills in to get an account. */
export class RegisterDto {
  @Email()
  email!: string;

  @Secret(newPassword)
  password!: string;

  @Text({ max: 120 })
  fullName!: string;

  @Choice(locales, { description: 'language of screens and mails' })
  locale!: Locale;

  @Ticked({ description: 'the privacy notice was shown and accepted' })
  acceptPrivacyNotice!: true;
}

/** The secret of a mailed link. */
export class VerifyEmailDto {
  @Text({ max: 100 })
  token!: string;
}

/** Address and password. */
export class SignInDto {
  @Email()
  email!: string;

  @Secret({ max: passwordLength.max })
  password!: string;
}

/** The address whose password is forgotten. */
export class ForgotPasswordDto {
  @Email()
  email!: string;
}

/** A new password, with the secret of the mailed link. */
export class ResetPasswordDto {
  @Text({ max: 100 })
  token!: string;

  @Secret(newPassword)
  password!: string;
}

/** A new password, with the present one. */
export class ChangePasswordDto {
  @Secret({ max: passwordLength.max })
  currentPassword!: string;

  @Secret(newPassword)
  password!: string;
}

/** What somebody is told who has come in or stays in. */
export class WelcomeView {
  @ApiProperty({ description: 'for `Authorization: Bearer`; to be kept in memory only' })
  accessToken!: string;

  @ApiProperty({ type: 'integer', description: 'seconds' })
  expiresIn!: number;

  @ApiProperty({ type: ProfileView })
  person!: ProfileView;

  @ApiPropertyOptional({
    type: 'boolean',
    enum: [true],
    description: 'only there when nothing but the own account is open until a second factor is switched on',
  })
  secondFactorMissing?: true;
}

/** One of a person's own running sessions. */
export class SignInView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ description: 'the one that asks' })
  current!: boolean;
}

/** The sessions of one person. */
export class SignInList {
  @ApiProperty({ type: [SignInView] })
  items!: SignInView[];

  @ApiProperty({ type: 'string', nullable: true })
  next!: string | null;
}

/** What a person sees of their sessions. */
export function signInList(sessions: OwnSession[]): SignInList {
  const items = sessions.map(({ id, createdAt, lastUsedAt, expiresAt, current }) => ({
    id,
    createdAt: instant(createdAt),
    lastUsedAt: instant(lastUsedAt),
    expiresAt: instant(expiresAt),
    current,
  }));
  return { items, next: null };
}

/** How many sessions were ended. */
export class EndedSessionsView {
  @ApiProperty({ type: 'integer' })
  ended!: number;
}
