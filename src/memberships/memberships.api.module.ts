import { Module } from '@nestjs/common';
import { PlansApiModule } from './plans/plans.module';
import { WalletApiModule } from './wallet/wallet.module';

/** What of memberships can be reached over HTTP, room by room. */
@Module({ imports: [PlansApiModule, WalletApiModule] })
export class MembershipsApiModule {}
