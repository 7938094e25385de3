import type { FastifyRequest } from 'fastify';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import type { ProblemDetails } from '../http/problem.js';
import type { Tools } from '../tools.js';
import { renderPage } from './layout.js';
import { visitOf } from './site.js';

const TITLES: Readonly<Record<number, MessageKey>> = { 404: 'page.error.notFound', 405: 'page.error.method' };
const WAYS: readonly [string, MessageKey][] = [
  ['/', 'ui.backHome'],
  ['/check', 'page.check.title'],
  ['/guides', 'page.guides.title'],
  ['/register', 'page.register.title'],
];

/** A refusal for somebody with a browser: what happened in one sentence, and ways on. */
export function problemPage(tools: Tools, problem: ProblemDetails, request: FastifyRequest): string {
  const visit = visitOf(tools, request);
  const { t } = visit;
  const { status, detail, requestId } = problem;
  return renderPage(visit, {
    title: t(TITLES[status] ?? 'page.error.title'),
    children: (
      <>
        <p>{status === 404 ? t('page.error.hint') : detail}</p>
        <h2>{t('page.error.on')}</h2>
        <ul className="ways">
          {WAYS.map(([to, key]) => (
            <li key={to}>
              <a href={t.link(to)}>{t(key)}</a>
            </li>
          ))}
        </ul>
        <p className="small muted">{t('page.error.number', { requestId })}</p>
      </>
    ),
  });
}
