import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import type { Actor } from '../../kernel/actor';
import { MonthField } from '../../platform/http/fields';
import { IdPath } from '../../platform/http/path';
import { AllowanceMonthView } from './wallet.view';
import { WalletQueries } from './wallet.queries';

/** Which month of a wallet to read. */
export class MonthQuery {
  @MonthField({ optional: true, description: 'the running month of the site when left out' })
  month?: string;
}

@ApiTags('Memberships')
@SignedIn()
@Controller('memberships/:id/allowance')
export class WalletController {
  constructor(private readonly queries: WalletQueries) {}

  @Get()
  @ApiOperation({ summary: 'A month of the wallet: what is granted, used, held and left, every line explained' })
  @ApiOkResponse({ type: AllowanceMonthView })
  month(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Query() { month }: MonthQuery,
  ): Promise<AllowanceMonthView> {
    return this.queries.month(actor, id, month);
  }
}
