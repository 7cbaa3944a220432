import { DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, PlatformOptions } from './platform/platform.module';

/** Door 2: everything that happens by itself. Imported by the process of door 1 too, where that also runs jobs. */
@Module({})
export class WorkerModule {
  /** As a process of its own. */
  static with(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(options)] };
  }
}
