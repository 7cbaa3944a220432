import { Module } from '@nestjs/common';
import { PeopleQueries } from './people.queries';
import { People } from './people.service';
import { PersonalRecords } from './personal-records';
import { Privacy } from './privacy.service';
import { RoleGrantQueries } from './role-grants.queries';
import { RoleGrants } from './role-grants.service';

/**
 * People, their roles and their say over their own data. Its routes stand in `src/access`, one floor up, because that
 * is where a route says who may enter.
 */
@Module({
  providers: [People, PeopleQueries, PersonalRecords, Privacy, RoleGrants, RoleGrantQueries],
  exports: [People, PeopleQueries, PersonalRecords, Privacy, RoleGrants, RoleGrantQueries],
})
export class PeopleModule {}
