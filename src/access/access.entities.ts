import { KnownDevice, SignInAttempt } from './attempt.entity';
import { OneTimeToken } from './one-time-token.entity';
import { RefreshToken, Session } from './session.entity';

/** The tables of access. */
export const accessEntities = [Session, RefreshToken, KnownDevice, SignInAttempt, OneTimeToken];
