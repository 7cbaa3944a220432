import { Module } from '@nestjs/common';
import { Doorbell } from './doorbell';
import { QueueDoorbell } from './queue-doorbell';
import { Queues } from './queues';

/** The queue and the doorbell. Workers are started by the worker's module only, never by providing this one. */
@Module({
  providers: [Queues, QueueDoorbell, { provide: Doorbell, useExisting: QueueDoorbell }],
  exports: [Queues, QueueDoorbell, Doorbell],
})
export class QueueModule {}
