import { Server } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { machineNow } from '../../../libs/platform/src/index.js';
import type { Pulse } from './pulse.js';

/** A request that takes longer than this is not waited for. */
const LONGEST_REQUEST_MS = 20_000;
const LOOK_EVERY_MS = 20;

/**
 * Takes no new connection, lets what is under way be answered (connections that are open hear `stopping` from /readyz),
 * and is done when nothing is left.
 */
export async function stopListening(app: NestFastifyApplication, pulse: Pulse): Promise<void> {
  pulse.stopping = true;
  const server = app.getHttpServer() as Server;
  // not the http server's own way, which would hang up on connections that wait for their next request
  if (server.listening) Server.prototype.close.call(server);
  const until = machineNow() + LONGEST_REQUEST_MS;
  while (pulse.inFlight > 0 && machineNow() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  const { closeAllConnections } = server as Server & { closeAllConnections?(): void };
  closeAllConnections?.call(server);
}
