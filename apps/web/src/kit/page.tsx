import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ProblemError } from '../api.js';
import { useSay } from '../say.js';
import { Button, ButtonLink } from './button.js';
import { Words } from './sentence.js';

/** The heading of a page: sets the title, and takes the focus after a change of page so that readers start there. */
export function Heading({ children, title }: { children: ReactNode; title?: string }) {
  const t = useSay();
  const [location] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = title ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = `${words} · ${t('nav.home')}`;
  }, [words]);
  useEffect(() => {
    if (window.history.state !== null || document.referrer === '') heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [location]);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {typeof children === 'string' ? <Words>{children}</Words> : children}
    </h1>
  );
}

/** Title only, for pages whose h1 is the label of the question; readers start there as on every other page. */
export function Title({ children }: { children: string }) {
  const t = useSay();
  const [location] = useLocation();
  useEffect(() => {
    document.title = `${children} · ${t('nav.home')}`;
  }, [children]);
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [location]);
  return null;
}

/** A grey shape after 300 ms, words after three seconds; nothing at all where the answer is quick. */
export function Loading() {
  const t = useSay();
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), 300), setTimeout(() => setStage(2), 3000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div aria-busy="true" role="status">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {stage > 0 && (
        <div className="skeleton" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      {stage > 1 && <p>{t('ui.slow')}</p>}
    </div>
  );
}

/** What went wrong in words, and what can be done now. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useSay();
  const sentence = error instanceof ProblemError ? error.problem.detail : t('ui.failed');
  return (
    <div className="note bad" role="alert">
      <p>{sentence}</p>
      <div className="actions">
        {retry && (
          <Button kind="secondary" onClick={retry}>
            {t('ui.retry')}
          </Button>
        )}
        <ButtonLink kind="quiet" to="/">
          {t('ui.backHome')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Nothing here: one sentence why, one action. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

/** The three faces of a request: still coming, failed, here. Data that is here stays while it is fetched again. */
export function Fetched<T>({ query, children }: { query: Query<T>; children(data: T): ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

/** Says so when the network is gone, and when it is back nothing needs to be said. */
export function OfflineBar() {
  const t = useSay();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return <div role="status">{!online && <p className="note warn">{t('ui.offline')}</p>}</div>;
}
