import { Module } from '@nestjs/common';
import { IntakeModule } from './intake/intake.module';
import { PlansModule } from './plans/plans.module';
import { TermsModule } from './terms/terms.module';
import { VenturesModule } from './ventures/ventures.module';
import { WalletModule } from './wallet/wallet.module';

/** What memberships can do, room by room. */
@Module({
  imports: [PlansModule, TermsModule, VenturesModule, WalletModule, IntakeModule],
  exports: [PlansModule, TermsModule, VenturesModule, WalletModule, IntakeModule],
})
export class MembershipsModule {}
