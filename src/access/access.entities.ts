import { AccountNotice } from './account-notice.entity';
import { KnownDevice, SignInAttempt } from './attempt.entity';
import { OneTimeToken } from './one-time-token.entity';
import {
  RecoveryCode,
  SecondFactor,
  SecondFactorEnrolment,
  SignInChallenge,
} from './second-factor/second-factor.entity';
import { RefreshToken, Session } from './session.entity';

/** The tables of access. */
export const accessEntities = [
  Session,
  RefreshToken,
  KnownDevice,
  SignInAttempt,
  OneTimeToken,
  SecondFactor,
  SecondFactorEnrolment,
  RecoveryCode,
  SignInChallenge,
  AccountNotice,
];
