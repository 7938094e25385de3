import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { describe } from './open-api.js';
import type { Tools } from './tools.js';

/** The description of all routes without a database: nothing is instantiated, only looked at. */
export async function describeRoutes(): Promise<OpenAPIObject> {
  const module = AppModule.with({ type: 'postgres' }, () => Promise.resolve(null as unknown as Tools));
  const app = await NestFactory.create(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describe(app);
}
