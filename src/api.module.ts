import { DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, PlatformOptions } from './platform/platform.module';

/** Everything with a controller, feature by feature, in the order of the folders. */
const features: NonNullable<DynamicModule['imports']> = [];

/** Door 1: the application as people and programs meet it over HTTP. */
@Module({})
export class ApiModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(options), ...features] };
  }
}
