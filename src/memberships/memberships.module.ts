import { Module } from '@nestjs/common';
import { PlansModule } from './plans/plans.module';
import { WalletModule } from './wallet/wallet.module';

/** What memberships can do, room by room. */
@Module({ imports: [PlansModule, WalletModule], exports: [PlansModule, WalletModule] })
export class MembershipsModule {}
