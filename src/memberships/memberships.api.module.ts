import { Module } from '@nestjs/common';
import { IntakeApiModule } from './intake/intake.module';
import { PlansApiModule } from './plans/plans.module';
import { TermsApiModule } from './terms/terms.module';
import { VenturesApiModule } from './ventures/ventures.module';
import { WalletApiModule } from './wallet/wallet.module';

/** What of memberships can be reached over HTTP, room by room. */
@Module({ imports: [PlansApiModule, TermsApiModule, VenturesApiModule, WalletApiModule, IntakeApiModule] })
export class MembershipsApiModule {}
