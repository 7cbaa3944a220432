import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AccessModule } from './access.module';
import { AuthController } from './auth.controller';
import { Cookies } from './cookies';
import { MeController } from './me.controller';
import { PeopleController } from './people.controller';
import { RoleGrantsController } from './role-grants.controller';
import { SecondFactorController } from './second-factor/second-factor.controller';

/** Access over HTTP, with the guard that stands at every route of the application. Imported before all other features. */
@Module({
  imports: [AccessModule],
  controllers: [AuthController, MeController, PeopleController, RoleGrantsController, SecondFactorController],
  providers: [Cookies, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessApiModule {}
