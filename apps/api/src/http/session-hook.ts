import '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { findSession } from '../../../../libs/people/src/index.js';
import { machineNow, Refusal, type Sql } from '../../../../libs/platform/src/index.js';
import type { Visitor } from './audience.js';

export const COOKIE = 'session';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds the session of a request; a write from a browser must also show the session's CSRF token. */
export function installSessions(fastify: FastifyInstance, sql: Sql): void {
  fastify.addHook('preHandler', async (request) => {
    const signed = request.cookies[COOKIE];
    if (!signed) return;
    const { valid, value } = request.unsignCookie(signed);
    if (!valid || !value) return;
    const session = await findSession(sql, value, new Date(machineNow()));
    if (!session) return;
    if (!READS.has(request.method) && request.headers['x-csrf-token'] !== session.csrf)
      throw new Refusal('CSRF_FAILED');
    (request as Visitor).session = session;
  });
}
