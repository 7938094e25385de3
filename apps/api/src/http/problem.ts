import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cite, dateZh, isPlainDate } from '../../../../libs/law/src/index.js';
import {
  isDatabaseAway,
  isProblemCode,
  Refusal,
  safeError,
  say,
  sayCode,
  type Language,
  type ProblemCode,
  type RefusalParam,
} from '../../../../libs/platform/src/index.js';
import { lookOf } from './look.js';
import { caseOf, REQUEST_ID, templateOf } from './request-log.js';

/** The one place where codes become status numbers. What is not listed is a conflict with the present state: 409. */
const STATUS: Partial<Record<ProblemCode, number>> = {
  BODY_INVALID: 400,
  DUPLICATE_FIELD: 400,
  CURSOR_INVALID: 400,
  LOGIN_REQUIRED: 401,
  LOGIN_FAILED: 401,
  AUDIENCE_REFUSED: 403,
  CSRF_FAILED: 403,
  EVENT_NOT_FOR_ROLE: 403,
  TICKET_NOT_YOURS: 403,
  EXPLANATION_NOT_YOURS: 403,
  CLOCK_IN_PRODUCTION: 403,
  NOT_FOUND: 404,
  CASE_NOT_FOUND: 404,
  MATTER_UNKNOWN: 404,
  FILE_NOT_FOUND: 404,
  VISIT_NOT_FOUND: 404,
  LICENCE_NOT_FOUND: 404,
  INSTITUTION_NOT_FOUND: 404,
  TICKET_NOT_FOUND: 404,
  OUTBOX_ROW_NOT_FOUND: 404,
  CALENDAR_UNKNOWN: 404,
  CHECK_IN_CODE_UNKNOWN: 404,
  APPOINTMENT_NONE: 404,
  TRIP_NOT_TO_CONFIRM: 404,
  CO_SIGNER_UNKNOWN: 404,
  CO_SIGNER_CODE_UNKNOWN: 404,
  CO_SIGNER_IS_APPLICANT: 403,
  CO_SIGNER_OTHER_SCHOOL: 403,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  FIELDS_INVALID: 422,
  FORM_INCOMPLETE: 422,
  CONDITIONS_NOT_MET: 422,
  NOT_CONFIRMED_BY_ALL: 422,
  COMMAND_UNKNOWN: 422,
  COMMAND_ID_REUSED: 422,
  SHEET_INCOMPLETE: 422,
  MESSAGE_DEMANDS: 422,
  CHECKLIST_INCOMPLETE: 422,
  CHECKLIST_OVERTAKEN: 409,
  SPECIAL_PROCEDURE_UNKNOWN: 422,
  REASONS_REQUIRED: 422,
  FILE_EMPTY: 422,
  FILE_MISSING: 422,
  LINE_NOT_UPLOADABLE: 422,
  ROLES_CONFLICT: 422,
  DEPARTURE_REASON_MISSING: 422,
  MAJORITY_REASONS_MISSING: 422,
  MEETING_TOO_SMALL: 422,
  MEETING_MEMBER_INVOLVED: 422,
  MEETING_UNKNOWN: 404,
  RECUSAL_REQUEST_UNKNOWN: 404,
  MEETING_MEMBERS_ONLY: 403,
  CHAIR_CONCLUDES: 403,
  DECISION_IS_THE_CHAIRS: 403,
  NOT_THE_HANDLER: 403,
  RECUSAL_NOT_POSSIBLE: 403,
  RECUSAL_OF_ONESELF: 403,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL: 500,
  DATABASE_AWAY: 503,
};

/** A database that was restarted is back within this time; programs are told by `retry-after`, people in words. */
const AWAY_SECONDS = 10;

/** What the ones who run the system have to know of. */
const LOGGED: readonly ProblemCode[] = ['INTERNAL', 'DATABASE_AWAY'];

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  requestId: string;
  article?: string;
  rule?: string;
  state?: string;
  allowed?: unknown[];
  lines?: unknown[];
  errors?: { field: string; code: string; message: string; article?: string; phrase?: string }[];
}

/** zh-CN unless English is asked for. */
export function languageOf(request: FastifyRequest): Language {
  const query = (request.query as { lang?: unknown } | undefined)?.lang;
  if (query === 'en' || query === 'zh') return query;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

/** The addresses that only show something: any other method there is refused as such, not as an unknown address. */
const SHOWN_ONLY =
  /^\/(?:(?:guides|notices)(?:\/[^/]+)?|check|register|deadline|ask|service-record|explanations|draws)?$/;

/** Somebody with a browser who opened an address, not a program that called the interface. */
function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !/^\/api(?:\/|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

/** Every refusal as `application/problem+json` (RFC 9457) with a stable code; for people as a page with a way on. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** Draws a problem for people; set when there is an application to draw with. */
  page?: (problem: ProblemDetails, request: FastifyRequest) => string;

  constructor(private readonly log: { error(detail: object, message: string): void }) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what never reaches Nest, such as an address that cannot be decoded. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const asPage = wantsPage(request);
    // a page has the language that its reader chose, not that of the browser
    const problem = this.problemOf(error, request, asPage ? lookOf(request).language : languageOf(request));
    void reply.header(REQUEST_ID, request.id);
    const page = asPage ? this.drawn(problem, request) : null;
    if (problem.status === 405) void reply.header('allow', 'GET, HEAD');
    if (problem.status === 503) void reply.header('retry-after', AWAY_SECONDS);
    void reply
      .status(problem.status)
      .header('content-type', `${page === null ? 'application/problem+json' : 'text/html'}; charset=utf-8`)
      .send(page ?? JSON.stringify(problem));
  }

  /** A page that cannot be drawn must not hide the problem that it is about. */
  private drawn(problem: ProblemDetails, request: FastifyRequest): string | null {
    try {
      return this.page?.(problem, request) ?? null;
    } catch (error) {
      this.log.error({ requestId: request.id, error: safeError(error) }, 'no page');
      return null;
    }
  }

  private problemOf(error: unknown, request: FastifyRequest, language: Language): ProblemDetails {
    const refusal = withMethod(refusalOf(error), request);
    if (LOGGED.includes(refusal.code))
      this.log.error(
        { requestId: request.id, route: templateOf(request), ...caseOf(request), error: safeError(error) },
        refusal.code === 'INTERNAL' ? 'unexpected' : 'the database is away',
      );
    const { params, article, allowed, fields, state, lines } = refusal.more;
    const count = fields?.length ?? 0;
    return {
      type: `/problems/${refusal.code}`,
      title: refusal.code,
      status: STATUS[refusal.code] ?? 409,
      code: refusal.code,
      detail: say(language, `problem.${refusal.code}`, {
        count,
        requestId: request.id,
        ...inWords(params, language),
      }),
      requestId: request.id,
      ...(article ? { article: cite(article).zh, rule: article } : {}),
      ...(state ? { state } : {}),
      ...(allowed ? { allowed } : {}),
      ...(lines ? { lines } : {}),
      ...(fields
        ? {
            errors: fields.map(({ params: words, ...fault }) => ({
              ...fault,
              message: sayCode(language, 'field', fault.code, 'field.INVALID', words),
              ...(words?.['phrase'] === undefined ? {} : { phrase: String(words['phrase']) }),
            })),
          }
        : {}),
    };
  }
}

/** Days as people of the language say them, and prose in their language. */
const inWords = (params: Readonly<Record<string, RefusalParam>> = {}, language: Language) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wordOf(value, language)]));

function wordOf(value: RefusalParam, language: Language): string | number {
  if (typeof value === 'object') return value[language];
  return language === 'zh' && isPlainDate(value) ? dateZh(value) : value;
}

/** Errors of the frameworks under their own names in our words; everything unknown is INTERNAL. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('BODY_TOO_LARGE', { params: { limit: '1 MB' } });
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new Refusal('FILE_TOO_LARGE');
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return new Refusal('NOT_FOUND');
  if (typeof code === 'string' && /^FST_(ERR_CTP|INVALID|PARTS|FILES|FIELDS|PROTO)/.test(code))
    return new Refusal('BODY_INVALID');
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return new Refusal('NOT_FOUND');
    if (status === 413) return new Refusal('BODY_TOO_LARGE', { params: { limit: '1 MB' } });
    if (status >= 400 && status < 500) return new Refusal('BODY_INVALID');
  }
  if (isDatabaseAway(error)) return new Refusal('DATABASE_AWAY', { params: { seconds: AWAY_SECONDS } });
  // the database refuses what no text, number or date may hold, such as a lone NUL in JSON
  if (
    ['22P05', '22P02', '22021', '22003', '22007', '22008'].includes(
      String((error as { driverError?: { code?: string } }).driverError?.code),
    )
  )
    return new Refusal('BODY_INVALID');
  return new Refusal('INTERNAL');
}

function withMethod(refusal: Refusal, { method, url }: FastifyRequest): Refusal {
  const shown = refusal.code === 'NOT_FOUND' && !['GET', 'HEAD'].includes(method);
  return shown && SHOWN_ONLY.test(url.split('?')[0] ?? '') ? new Refusal('METHOD_NOT_ALLOWED') : refusal;
}

/** A refused command as a problem: the machine's rule, its article and what is possible instead. */
export function refusedCommand(refused: {
  code: string;
  article?: string;
  allowed: unknown[];
  state: string;
  details?: { field: string; code: string; article?: string; params?: Record<string, string | number> }[];
  lines?: { lineId: string; nameZh: string; nameEn: string }[];
}): Refusal {
  return new Refusal(isProblemCode(refused.code) ? refused.code : 'EVENT_NOT_POSSIBLE_NOW', {
    article: refused.article,
    allowed: refused.allowed,
    state: refused.state,
    fields: refused.details,
    lines: refused.lines,
  });
}
