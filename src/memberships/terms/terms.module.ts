import { Module } from '@nestjs/common';
import { OccupancyModule } from '../../occupancy/occupancy.module';
import { PeopleModule } from '../../people/people.module';
import { WalletModule } from '../wallet/wallet.module';
import { MembershipLifeService } from './membership-life.service';
import { MembershipStore } from './membership.store';
import { MembershipsController } from './memberships.controller';
import { MembershipsQueries } from './memberships.queries';
import { PausesService } from './pauses.service';
import { RenewalsService } from './renewals.service';
import { TermsService } from './terms.service';

const services = [
  MembershipStore,
  MembershipLifeService,
  MembershipsQueries,
  PausesService,
  RenewalsService,
  TermsService,
];

/** Memberships from the offer to the end, with their terms, pauses and renewals. */
@Module({ imports: [PeopleModule, OccupancyModule, WalletModule], providers: services, exports: services })
export class TermsModule {}

/** What of memberships can be reached over HTTP. */
@Module({ imports: [TermsModule], controllers: [MembershipsController] })
export class TermsApiModule {}
