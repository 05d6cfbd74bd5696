import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOW, LOG_READ, PUBLIC } from './decorators.js';

export interface RouteInfo {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly permission: string | null;
  readonly logRead: string | null;
}

/** Lists the live routes with their permission and refuses to boot when one of them states none. */
@Injectable()
export class RouteLaw implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter((route) => route.permission === null);
    if (open.length > 0) throw new Error(`routes without @Allow or @Public: ${open.map((route) => route.handler).join(', ')}`);
  }

  routes(): RouteInfo[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prefix = this.reflector.get<string>(PATH_METADATA, metatype) ?? '';
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const path = handler && this.reflector.get<string | undefined>(PATH_METADATA, handler);
        if (!handler || path === undefined) return [];
        const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC, [handler, metatype]);
        return [
          {
            method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)] ?? 'GET',
            path: `/${[prefix, path].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`,
            handler: `${metatype.name}.${name}`,
            permission: isPublic ? 'public' : (this.reflector.getAllAndOverride<string>(ALLOW, [handler, metatype]) ?? null),
            logRead: this.reflector.get<string>(LOG_READ, handler) ?? null,
          },
        ];
      });
    });
  }
}
