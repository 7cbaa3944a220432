import { DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, PlatformOptions } from './platform/platform.module';
import { JobsModule } from './worker/jobs.module';

/** Door 2: what happens by itself, in a process of its own. */
@Module({})
export class WorkerModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(options), JobsModule] };
  }
}
