import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { machineNow, type IdSource, type Log } from '../../../../libs/platform/src/index.js';
import type { Pulse } from '../pulse.js';
import type { Visitor } from './audience.js';

export const REQUEST_ID = 'x-request-id';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Forms that proxies give ids in. Anything else might be something about a person, and is not taken. */
const TAKEN = /^[0-9a-f]{32}$/i;

/** The id of a request: that of the proxy in front, or one of our own. */
export const requestIdFrom =
  (ids: IdSource) =>
  ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
    const given = headers[REQUEST_ID];
    return typeof given === 'string' && (UUID.test(given) || TAKEN.test(given)) ? given : ids.uuid();
  };

/** One line and one figure a request; the template of its address, never the address. */
export function installRequestLog(fastify: FastifyInstance, log: Log, pulse: Pulse): void {
  const began = new WeakMap<FastifyRequest, number>();
  fastify.addHook('onRequest', (request, reply, done) => {
    began.set(request, machineNow());
    pulse.inFlight += 1;
    // also when nobody waits for the answer any more
    reply.raw.once('close', () => (pulse.inFlight -= 1));
    void reply.header(REQUEST_ID, request.id);
    if (pulse.stopping) void reply.header('connection', 'close');
    done();
  });
  const note = (request: FastifyRequest, status: number): void => {
    const since = began.get(request);
    if (since === undefined) return;
    began.delete(request);
    const ms = machineNow() - since;
    const route = templateOf(request);
    const { method } = request;
    pulse.requests.observe({ method, route, status: String(status) }, ms / 1000);
    const account = (request as Visitor).session?.account.id;
    log.info(
      { requestId: request.id, method, route, status, ms, ...caseOf(request), ...(account && { account }) },
      'request',
    );
  };
  fastify.addHook('onResponse', (request, reply, done) => {
    note(request, reply.statusCode);
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    note(request, CLIENT_WENT_AWAY);
    done();
  });
}

/** As nginx counts who did not wait for the answer. */
const CLIENT_WENT_AWAY = 499;

export const templateOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

/** The case that an address is about, where its template says so. */
export function caseOf(request: FastifyRequest): { caseId?: string } {
  const params = request.params as { id?: string; caseId?: string } | undefined;
  const id = params?.caseId ?? (/\/cases\/:id\b/.test(templateOf(request)) ? params?.id : undefined);
  return id !== undefined && UUID.test(id) ? { caseId: id } : {};
}
