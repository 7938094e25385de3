import { Injectable, OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { audienceOf } from './audience.js';

/** Stops the start when a route has no declared audience: forgetting is refused, not allowed. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata('path', prototype[method] as object))
        .filter((method) => audienceOf(this.reflector, prototype[method] as () => unknown) === undefined)
        .map((method) => `${name}.${method}`);
    });
    if (open.length > 0) throw new Error(`routes without a declared audience: ${open.join(', ')}`);
  }
}
