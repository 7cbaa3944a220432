import { RequestMethod, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Entry, ENTRY } from '../../src/access/access.decorators';

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

/** Every route that the running router answers, as `GET /api/v1/sites/:id`. HEAD follows GET and is left out. */
export function liveRoutes(app: NestFastifyApplication): string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n')) {
    const parts = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, -]+)\))?$/.exec(line);
    if (!parts) continue;
    const depth = (parts[1] ?? '').length / 4;
    const path = (parents[depth - 1] ?? '') + (parts[2] ?? '');
    parents[depth] = path;
    for (const method of (parts[3] ?? '').split(', ').filter((name) => /^[A-Z]+$/.test(name) && name !== 'HEAD')) {
      routes.push(`${method} ${path}`);
    }
  }
  return routes.sort();
}

/** Every method of every controller that answers a route, read from what the decorators left behind. */
export function handlers(app: NestFastifyApplication): Handler[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const controller = metatype as Type;
      const prototype = controller.prototype as Record<string, () => unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const entry = (Reflect.getMetadata(ENTRY, handler) ?? Reflect.getMetadata(ENTRY, controller)) as
          Entry | undefined;
        return paths(controller).flatMap((from) =>
          paths(handler).map((to) => ({
            name: `${controller.name}.${name}`,
            method: RequestMethod[method],
            path: `/${[from, to]
              .flatMap((part) => part.split('/'))
              .filter(Boolean)
              .join('/')}`,
            entry,
          })),
        );
      });
    }),
  );
}

function paths(decorated: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, decorated) as string | string[] | undefined;
  return [path ?? '/'].flat();
}
