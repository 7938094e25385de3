import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, paths } from './schema.js';
export type CaseView = components['schemas']['CaseView'];
export type Problem = components['schemas']['Problem'];

/** A refused request, with the server's own sentence. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}${problem.errors ? ` ${JSON.stringify(problem.errors)}` : ''}`);
    this.name = 'ProblemError';
  }
}

/** One browser's worth of session: keeps the cookie, shows the CSRF token with every write. */
export class Api {
  readonly http;
  private cookie = '';
  private csrf = '';

  constructor(
    readonly baseUrl: string,
    fetch_: typeof fetch = fetch,
  ) {
    this.http = createClient<paths>({ baseUrl, fetch: (request: Request) => fetch_(request) });
    const session: Middleware = {
      onRequest: ({ request }) => {
        if (this.cookie) request.headers.set('cookie', this.cookie);
        if (this.csrf && request.method !== 'GET') request.headers.set('x-csrf-token', this.csrf);
        return request;
      },
      onResponse: ({ response }) => {
        const set = response.headers.getSetCookie().find((line) => line.startsWith('session='));
        if (set) this.cookie = set.split(';')[0] ?? '';
      },
    };
    this.http.use(session);
  }

  async login(login: string, password: string): Promise<void> {
    this.csrf = '';
    const session = took(await this.http.POST('/api/session', { body: { login, password } }));
    this.csrf = session.csrf;
  }

  /** Any request of this session, for what the typed client would not let anybody send. */
  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = new Headers({ cookie: this.cookie, 'x-csrf-token': this.csrf });
    if (body !== undefined) headers.set('content-type', 'application/json');
    return fetch(`${this.baseUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Bytes of a file or document. */
  async bytes(path: string): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, { headers: { cookie: this.cookie } });
  }

  /** Multipart, which the typed client does not speak. */
  async upload(
    fields: { caseId: string; lineId: string },
    file: { name: string; bytes: Uint8Array },
  ): Promise<components['schemas']['HandedIn']> {
    const body = new FormData();
    body.set('caseId', fields.caseId);
    body.set('lineId', fields.lineId);
    body.set('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
    const response = await fetch(`${this.baseUrl}/api/files`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf },
      body,
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ProblemError(answer as Problem);
    return answer as components['schemas']['HandedIn'];
  }
}

/** The answer of a request, or its problem as an error. */
export function took<T>(result: { data?: T; error?: unknown }): T {
  if (result.error !== undefined) throw new ProblemError(result.error as Problem);
  return result.data as T;
}
