import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../../../libs/client/src/schema.js';

export type Schemas = components['schemas'];
export type CaseView = Schemas['CaseView'];
export type Problem = Schemas['Problem'];

/** A refused request, with the server's own sentence; `status` 0 where no answer came at all. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

let csrf = '';
/** The CSRF token of the session; every write shows it. */
export const rememberCsrf = (token: string): void => void (csrf = token);

const session: Middleware = {
  onRequest: ({ request }) => {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrf);
    request.headers.set('accept-language', document.documentElement.lang);
    return request;
  },
};

export const http = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
http.use(session);

/** The answer of a request, or its problem as an error. A dropped connection is an error of its own. */
export async function took<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await request;
  if (response.ok) return data as T;
  throw refusal(error, response.status);
}

/** A gateway that answers for a server that is gone has no problem to tell: that is a broken connection. */
const refusal = (body: unknown, status: number): Error =>
  typeof body === 'object' && body !== null && 'detail' in body
    ? new ProblemError(body as Problem, status)
    : new TypeError(`no answer but ${status}`);

/** Multipart, which the typed client does not speak. `onProgress` from 0 to 1. */
export function upload<T>(
  path: string,
  fields: Record<string, string>,
  file: File,
  onProgress?: (share: number) => void,
): Promise<T> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-csrf-token', csrf);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response as T) : reject(refusal(request.response, request.status));
    request.onerror = () => reject(new TypeError('network'));
    request.send(body);
  });
}

/** Ids of commands: a repeated attempt keeps its id, so that the first answer counts. */
export const freshId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
