import { setTimeout as pause } from 'node:timers/promises';

/** What was heard; status 0 where nothing was. */
export interface Heard<T = Record<string, unknown>> {
  status: number;
  body: T;
}

const PATIENCE_MS = 20_000;
/** Nobody asks the same thing for longer than this. */
const PERSISTENCE_MS = 120_000;

/** One person's session. */
export interface Person {
  login: string;
  cookie: string;
  csrf: string;
  accountId: string;
}

/** The way to the web processes, by turns; counts what went wrong on it. */
export class Telephone {
  private turn = 0;
  unanswered = 0;
  /** Answers other than a yes, by code. */
  readonly refusals: Record<string, number> = {};

  constructor(private readonly urls: readonly string[]) {}

  /** One request, once. @param hangUpAfterMs the caller does not wait for the answer */
  async ask<T>(
    person: Person | null,
    method: string,
    path: string,
    body?: object | FormData,
    hangUpAfterMs = PATIENCE_MS,
  ): Promise<Heard<T>> {
    const url = this.urls[this.turn++ % this.urls.length];
    const form = body instanceof FormData;
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        signal: AbortSignal.timeout(hangUpAfterMs),
        headers: {
          ...(body && !form ? { 'content-type': 'application/json' } : {}),
          ...(person?.cookie ? { cookie: person.cookie, 'x-csrf-token': person.csrf } : {}),
        },
        ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      const json = (answer.headers.get('content-type') ?? '').includes('json');
      const heard = { status: answer.status, body: (json ? JSON.parse(text) : {}) as T };
      if (path === '/api/session' && method === 'POST' && answer.ok) takeCookie(person, answer);
      if (answer.status >= 400) this.note(heard as Heard);
      return heard;
    } catch {
      this.unanswered += 1;
      return { status: 0, body: {} as T };
    }
  }

  /** The same request until somebody answers it: what was not answered may have been done, or not. */
  async insist<T = Record<string, unknown>>(
    person: Person | null,
    method: string,
    path: string,
    body?: object | FormData,
  ): Promise<Heard<T>> {
    const until = performance.now() + PERSISTENCE_MS;
    for (let wait = 50; ; wait = Math.min(wait * 2, 800)) {
      const heard = await this.ask<T>(person, method, path, body);
      if ((heard.status > 0 && heard.status < 500) || performance.now() > until) return heard;
      await pause(wait);
    }
  }

  private note({ status, body }: Heard): void {
    const [field] = (body['errors'] ?? []) as { field: string; code: string }[];
    const key = [status, body['code'], field?.field, field?.code].filter(Boolean).join(' ');
    this.refusals[key] = (this.refusals[key] ?? 0) + 1;
  }
}

function takeCookie(person: Person | null, answer: Response): void {
  const set = answer.headers.getSetCookie().find((line) => line.startsWith('session='));
  if (person && set) person.cookie = set.split(';')[0] ?? '';
}
