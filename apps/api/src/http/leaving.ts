import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How a process leaves: it says so first (`pulse.stopping`), so that nothing new is sent to it, and only then closes its door. */
export class Leaving {
  private announced = false;
  private waited: () => void = () => undefined;

  /** Says so, and gives those who send requests time to notice. Who asks again does not want to wait. */
  async announce(seconds: number): Promise<void> {
    if (this.announced) return this.waited();
    this.announced = true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.waited = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

const WATCHED = ['/healthz', '/readyz', '/metrics'];

/** A worker has a port for those who watch it, and no pages. */
export function answerHealthOnly(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (!WATCHED.includes(pathOf(request))) throw new NotFoundException();
  });
}
