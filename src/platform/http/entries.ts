import { Injectable, OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ENTRY } from './entry';

/** Fails the start when a route does not say who may enter. The guard would refuse it anyway; this tells us sooner. */
@Injectable()
export class Entries implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error that names every undeclared route. */
  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function' || Reflect.hasMetadata(ENTRY, metatype)) return [];
      const prototype = metatype.prototype as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => {
          const handler = prototype[name] ?? {};
          return Reflect.hasMetadata(METHOD_METADATA, handler) && !Reflect.hasMetadata(ENTRY, handler);
        })
        .map((name) => `${metatype.name}.${name}`);
    });
    if (undeclared.length > 0) {
      throw new Error(`These routes do not say who may enter: ${undeclared.join(', ')}`);
    }
  }
}
