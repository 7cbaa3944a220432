import { Module } from '@nestjs/common';
import { Config } from '../platform/config/config';
import { PeopleModule } from '../people/people.module';
import { QueueModule } from '../platform/queue/queue.module';
import { Secrets } from '../platform/secrets';
import { AccessQueries } from './access.queries';
import { AccessTicks } from './access.ticks';
import { AccessTokens } from './access-tokens';
import { Accounts } from './accounts.service';
import { Attempts } from './attempts.service';
import { CodeSignIn } from './code-sign-in.service';
import { LinkSecrets } from './link-secrets';
import { Links } from './links.service';
import { PasswordChange } from './password-change.service';
import { Passwords } from './passwords';
import { PresentPassword } from './present-password';
import { Registration } from './registration.service';
import { EnrolmentService } from './second-factor/enrolment.service';
import { FactorCodes } from './second-factor/factor-codes';
import { SecondFactorQueries } from './second-factor/second-factor.queries';
import { SecondFactorService } from './second-factor/second-factor.service';
import { SecondFactorTicks } from './second-factor/second-factor.ticks';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { Welcome } from './welcome';

/** Registering, signing in, sessions and tokens, without the routes. */
@Module({
  imports: [PeopleModule, QueueModule],
  providers: [
    { provide: Secrets, inject: [Config], useFactory: (config: Config) => new Secrets(config) },
    AccessQueries,
    AccessTicks,
    AccessTokens,
    Accounts,
    Attempts,
    CodeSignIn,
    EnrolmentService,
    FactorCodes,
    LinkSecrets,
    Links,
    PasswordChange,
    Passwords,
    PresentPassword,
    Registration,
    SecondFactorQueries,
    SecondFactorService,
    SecondFactorTicks,
    Sessions,
    SignIn,
    Welcome,
  ],
  exports: [
    AccessQueries,
    AccessTicks,
    AccessTokens,
    Accounts,
    CodeSignIn,
    EnrolmentService,
    LinkSecrets,
    PasswordChange,
    Passwords,
    PeopleModule,
    Registration,
    SecondFactorQueries,
    SecondFactorService,
    SecondFactorTicks,
    Sessions,
    SignIn,
    Welcome,
  ],
})
export class AccessModule {}
