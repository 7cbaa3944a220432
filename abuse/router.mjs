// What the running router answers, and who may enter by which door: the ground that every attack starts from. Read from
// the application itself, so that no list of routes has to be kept.
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

/** Every route that the running router answers, as `GET /api/v1/sites/:id`. HEAD follows GET and is left out. */
export function liveRoutes(app) {
  const routes = [];
  const parents = [];
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

/**
 * Every method of every controller that answers a route, read from what the decorators left behind.
 * @param app the application
 * @param entry the name under which a route says who may enter
 */
export function handlers(app, entry) {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype: controller }) => {
      const { prototype } = controller;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const method = Reflect.getMetadata(METHOD_METADATA, handler);
        if (method === undefined) return [];
        return paths(controller).flatMap((from) =>
          paths(handler).map((to) => ({
            name: `${controller.name}.${name}`,
            method: RequestMethod[method],
            path: `/${[from, to]
              .flatMap((part) => part.split('/'))
              .filter(Boolean)
              .join('/')}`,
            entry: Reflect.getMetadata(entry, handler) ?? Reflect.getMetadata(entry, controller),
          })),
        );
      });
    }),
  );
}

/** The live route of a handler: under the prefix, unless it is one of the few outside. */
export function routeOf({ method, path }, live) {
  const outside = `${method} ${path}`;
  return live.includes(outside) ? outside : `${method} /api/v1${path}`;
}

/** Whether a live route is the description of the API or a file of the web: what is answered without a controller. */
export function isBesides(route, files) {
  return /^GET (\/api\/(docs|openapi)([./-].*)?|\/|\/\*|\*)$/.test(route) || files.includes(route);
}

function paths(decorated) {
  return [Reflect.getMetadata(PATH_METADATA, decorated) ?? '/'].flat();
}
