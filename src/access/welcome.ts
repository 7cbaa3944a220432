import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { OwnProfile, PeopleQueries } from '../people/people.queries';
import { accessTokenSeconds } from './access.rules';
import { AccessTokens } from './access-tokens';
import { SecondFactorQueries } from './second-factor/second-factor.queries';
import { RunningSession } from './sessions.service';

/** What somebody is told who has come in or stays in. */
export interface Welcomed {
  accessToken: string;
  expiresIn: number;
  person: OwnProfile;
  /** Set when nothing but the own account is open until a second factor is switched on. */
  secondFactorMissing?: true;
}

/** The answer to a sign-in and to a refresh. */
@Injectable()
export class Welcome {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly people: PeopleQueries,
    private readonly secondFactors: SecondFactorQueries,
    private readonly clock: Clock,
  ) {}

  /** A new access token for a session, and whose session it is. */
  async to(session: RunningSession): Promise<Welcomed> {
    const person = await this.people.profile(session.personId, this.clock.now());
    const isMissing = await this.secondFactors.isMissing(person.id, person.roles);
    return {
      accessToken: await this.tokens.issue(session),
      expiresIn: accessTokenSeconds,
      person,
      ...(isMissing && { secondFactorMissing: true }),
    };
  }
}
