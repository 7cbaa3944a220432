import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Entry } from '../src/platform/http/entry.js';

/** A method of a controller that answers a route. */
export interface Handler {
  /** `BookingsController.book` */
  name: string;
  method: string;
  /** As the controller says it, without the global prefix. */
  path: string;
  /** Who may enter, undefined when the route does not say. */
  entry: Entry | undefined;
}

export function liveRoutes(app: NestFastifyApplication): string[];
export function handlers(app: NestFastifyApplication, entry: string): Handler[];
export function routeOf(handler: Handler, live: readonly string[]): string;
export function isBesides(route: string, files: readonly string[]): boolean;
