import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { OwnProfile, PeopleQueries } from '../people/people.queries';
import { accessTokenSeconds } from './access.rules';
import { AccessTokens } from './access-tokens';
import { RunningSession } from './sessions.service';

/** What somebody is told who has come in or stays in. */
export interface Welcomed {
  accessToken: string;
  expiresIn: number;
  person: OwnProfile;
}

/** The answer to a sign-in and to a refresh. */
@Injectable()
export class Welcome {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** A new access token for a session, and whose session it is. */
  async to(session: RunningSession): Promise<Welcomed> {
    const person = await this.people.profile(session.personId, this.clock.now());
    return { accessToken: await this.tokens.issue(session), expiresIn: accessTokenSeconds, person };
  }
}
