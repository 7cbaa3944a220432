import { Module } from '@nestjs/common';
import { DocumentController } from './document.controller';
import { DocumentQueries } from './document.queries';
import { DocumentService } from './document.service';
import { PlanController } from './plan.controller';
import { PlanQueries } from './plan.queries';
import { PlanService } from './plan.service';

const providers = [PlanService, PlanQueries, DocumentService, DocumentQueries];

/** What a site offers, and what its members agree to. */
@Module({ providers, exports: providers })
export class PlansModule {}

/** Plans and documents over HTTP. */
@Module({ imports: [PlansModule], controllers: [PlanController, DocumentController] })
export class PlansApiModule {}
