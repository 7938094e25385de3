import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { INSPECTOR_ROLES, OFFICER_ROLES, type Role } from '../../../../libs/law/src/index.js';
import type { Actor } from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import type { Session } from '../../../../libs/people/src/index.js';

const AUDIENCE = 'audience';

/** Groups of roles that routes speak to. `public` needs no login, `anybody` any login. */
export const OFFICERS = OFFICER_ROLES;
export const INSPECTORS = INSPECTOR_ROLES;
export type Audience = 'public' | 'anybody' | readonly Role[];

/** Who may call a route. A route without this does not start (route-check.ts): default deny. */
export const ForAudience = (audience: Audience) => SetMetadata(AUDIENCE, audience);

export interface Visitor extends FastifyRequest {
  session?: Session;
}

/** The logged-in person as the sender of commands. */
export function actorOf(request: Visitor): Actor {
  if (!request.session) throw new Refusal('LOGIN_REQUIRED');
  const { id, roles, displayName } = request.session.account;
  return { accountId: id, roles, displayName };
}

export const audienceOf = (reflector: Reflector, target: Parameters<Reflector['get']>[1]): Audience | undefined =>
  reflector.get<Audience | undefined>(AUDIENCE, target);

/** Lets a request through only to the audience that its route declares. */
@Injectable()
export class AudienceGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const audience = audienceOf(this.reflector, context.getHandler());
    if (audience === 'public') return true;
    const { session } = context.switchToHttp().getRequest<Visitor>();
    if (!session) throw new Refusal('LOGIN_REQUIRED');
    if (audience === 'anybody') return true;
    if (audience?.some((role) => session.account.roles.includes(role))) return true;
    throw new Refusal('AUDIENCE_REFUSED');
  }
}
