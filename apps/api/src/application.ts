import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import assets from '@fastify/static';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CalendarShelf, type PackShelf, type Workshop } from '../../../libs/cases/src/index.js';
import { FileStore, MAX_FILE_BYTES, PdfPress } from '../../../libs/documents/src/index.js';
import {
  applicationOptions,
  randomIds,
  readDevelopmentClock,
  sqlOf,
  SystemClock,
  type IdSource,
  type Log,
} from '../../../libs/platform/src/index.js';
import type { Settings } from '../../../libs/platform/src/settings/index.js';
import { AppModule } from './app.module.js';
import { keptCertificates } from './certificates.js';
import { countyShelf } from './county.js';
import { ENTITIES } from './entities.js';
import { answerHealthOnly } from './http/leaving.js';
import { ProblemFilter } from './http/problem.js';
import { installRequestLog, requestIdFrom } from './http/request-log.js';
import { installSessions } from './http/session-hook.js';
import { parseStrictJson } from './http/strict-json.js';
import { validationPipe } from './http/validation.js';
import { OpenApiDocument } from './open-api.js';
import { builtWeb } from './pages/built-web.js';
import { problemPage } from './pages/problem-page.js';
import { Pulse } from './pulse.js';
import { Tools } from './tools.js';

export interface Making {
  settings: Settings;
  databaseUrl: string;
  filesFolder: string;
  clock: SystemClock;
  ids?: IdSource;
  log: Log;
  /** What the county publishes, when it has been read already; else it is read from COUNTY_DIR. */
  shelf?: PackShelf;
  poolSize?: number;
}

/** Makes the application, ready to listen. Nothing here reads the environment: settings come in as an argument. */
export async function makeApplication(making: Making): Promise<NestFastifyApplication> {
  const { settings } = making;
  const problems = new ProblemFilter(making.log);
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: requestIdFrom(making.ids ?? randomIds),
    requestIdHeader: false,
    // while it ends, what still comes in over an open connection is answered and not turned away
    return503OnClosing: false,
    bodyLimit: 1024 * 1024,
    // Only a proxy next door may say who called: an address that a client writes itself would undo the login limit.
    trustProxy: settings.mode === 'production' ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply),
  });
  const module = AppModule.with(applicationOptions(making.databaseUrl, ENTITIES, making.poolSize), (source) =>
    makeTools(making, source),
  );
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  acceptJson(fastify);
  await app.register(cookie, { secret: settings.sessionSecret });
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 4, fieldSize: 1000 } });
  await app.register(assets, {
    root: builtWeb().folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    decorateReply: false,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'"],
        // widths of bars are numbers of the data, not of the style sheet
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    hsts: settings.publicUrl.startsWith('https:'),
  });
  problems.page = (problem, request) => problemPage(app.get(Tools), problem, request);
  installRequestLog(fastify, making.log, app.get(Tools).pulse);
  if (settings.role === 'worker') answerHealthOnly(fastify);
  installSessions(fastify, app.get(Tools).sql);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(problems);
  app.get(OpenApiDocument).application = app;
  await app.init();
  return app;
}

/** One JSON reader, strict; a body of another type is refused, not guessed. */
function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseStrictJson(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
}

async function makeTools(
  { settings, filesFolder, clock, ids = randomIds, shelf = countyShelf(settings.countyDir) }: Making,
  source: DataSource,
): Promise<Tools> {
  const sql = sqlOf(source);
  if (settings.mode === 'demo') await readDevelopmentClock(sql, clock);
  await shelf.keep(sql, clock);
  const press = new PdfPress();
  const workshop: Workshop = {
    source,
    shelf,
    calendars: new CalendarShelf(shelf.region),
    clock,
    ids,
    publicUrl: settings.publicUrl,
    demo: settings.mode === 'demo',
    press,
    identityKey: settings.interestKey,
  };
  const files = new FileStore(filesFolder, ids);
  return new Tools(
    settings,
    source,
    sql,
    workshop,
    files,
    press,
    clock,
    keptCertificates(shelf),
    builtWeb(),
    new Pulse(),
  );
}
