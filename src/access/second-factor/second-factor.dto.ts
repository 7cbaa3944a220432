import { ApiProperty } from '@nestjs/swagger';
import { Secret, Text } from '../../platform/http/fields';
import { passwordLength } from '../password.rules';
import { Enrolment } from './enrolment.service';
import { recoveryCodeCount } from './recovery-codes';
import { SecondFactorStanding } from './second-factor.queries';

const aCode = { max: 60, description: 'six digits of the authenticator app, or a recovery code' };

/** The code that follows the password. */
export class SecondFactorSignInDto {
  @Text({ max: 100, description: 'from the answer `second_factor_required` to the sign-in' })
  challenge!: string;

  @Text(aCode)
  code!: string;
}

/** The present password, typed again. */
export class PresentPasswordDto {
  @Secret({ max: passwordLength.max, description: 'the present one' })
  password!: string;
}

/** The present password and a code. */
export class PasswordAndCodeDto extends PresentPasswordDto {
  @Text(aCode)
  code!: string;
}

/** The first code of the app. */
export class FirstCodeDto {
  @Text({ max: 60, description: 'six digits of the authenticator app' })
  code!: string;
}

/** How it stands with the own second factor. */
export class SecondFactorView implements SecondFactorStanding {
  @ApiProperty()
  on!: boolean;

  @ApiProperty({ description: 'whether nothing but the own account is open without one' })
  asked!: boolean;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  since!: string | null;

  @ApiProperty({ type: 'integer' })
  recoveryCodesLeft!: number;
}

/** What an authenticator app needs to know. */
export class EnrolmentView implements Enrolment {
  @ApiProperty({ description: '`otpauth://totp/...`, for apps on the same device' })
  address!: string;

  @ApiProperty({ description: 'the address as a QR code, in SVG' })
  picture!: string;

  @ApiProperty({ description: 'to be typed where no picture can be taken: base32' })
  setupKey!: string;

  @ApiProperty({ format: 'date-time', description: 'until when the first code has to come back' })
  expiresAt!: string;
}

/** Codes for when the app is lost. They are shown this once. */
export class RecoveryCodesView {
  @ApiProperty({ type: [String], minItems: recoveryCodeCount, maxItems: recoveryCodeCount })
  recoveryCodes!: string[];
}
