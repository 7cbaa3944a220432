import { Module } from '@nestjs/common';
import { WalletController } from './wallet.controller';
import { WalletQueries } from './wallet.queries';
import { WalletService } from './wallet.service';
import { WalletTicks } from './wallet.ticks';

@Module({
  providers: [WalletService, WalletQueries, WalletTicks],
  exports: [WalletService, WalletQueries, WalletTicks],
})
export class WalletModule {}

/** What of the wallet can be reached over HTTP. */
@Module({ imports: [WalletModule], controllers: [WalletController] })
export class WalletApiModule {}
