import { ChevronDown, CircleUserRound, Contrast, Languages, LogOut, School, Volume2, ZoomIn } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Button, OfflineBar } from './kit/index.js';
import { preloadPage } from './pages.js';
import { canRead, read, stopReading } from './read-aloud.js';
import type { Density } from './route-table.js';
import { useSay } from './say.js';
import { INSPECTOR_ROLES, OFFICER_ROLES } from '../../../libs/law/src/roles.js';
import { hasRole, useLogout, useSession, type SessionView } from './session.js';
import type { WebKey } from '../../../libs/messages/src/web.js';

/** What stands around every page: ways to see it better, where to go, and the page itself. */
export function Layout({ density, children }: { density: Density; children: ReactNode }) {
  const t = useSay();
  const { data: session } = useSession();
  return (
    <div className={density}>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header>
        {document.documentElement.dataset['demo'] === 'on' && <p className="demo">{t('nav.demo')}</p>}
        <Bar />
        <div className={session ? 'masthead known' : 'masthead'}>
          <a className="brand" href="/">
            <School aria-hidden="true" />
            {t('nav.home')}
          </a>
          <nav aria-label={t('nav.label')}>
            <ul>
              {entriesOf(session ?? null).map(([to, key]) => (
                <li key={to}>
                  <Entry to={to}>{t(key)}</Entry>
                </li>
              ))}
            </ul>
          </nav>
          {session && <Who session={session} />}
        </div>
      </header>
      <main id="content">
        <OfflineBar />
        {children}
      </main>
    </div>
  );
}

function Entry({ to, children }: { to: string; children: ReactNode }) {
  const [location] = useLocation();
  // what stands below `/desk` has entries of its own
  const here = location === to || (to !== '/desk' && location.startsWith(`${to}/`));
  return (
    <Link
      href={to}
      aria-current={here ? 'page' : undefined}
      onPointerEnter={() => preloadPage(to)}
      onFocus={() => preloadPage(to)}
    >
      {children}
    </Link>
  );
}

function entriesOf(session: SessionView | null): [string, WebKey][] {
  if (!session) return [['/login', 'nav.login']];
  const entries: [string, WebKey][] = [];
  if (hasRole(session, ['sponsor'])) entries.push(['/cases', 'nav.cases'], ['/apply', 'nav.new']);
  if (hasRole(session, OFFICER_ROLES))
    entries.push(
      ['/desk', 'nav.queue'],
      ['/desk/cases', 'nav.allCases'],
      ['/desk/register', 'nav.register'],
      ['/desk/time', 'nav.time'],
      ['/desk/appointments', 'nav.agenda'],
      ['/desk/supervision', 'nav.supervision'],
      ['/desk/interests', 'nav.interests'],
    );
  if (hasRole(session, ['windowClerk', 'registrar'])) entries.push(['/desk/check-in', 'nav.checkIn']);
  if (hasRole(session, INSPECTOR_ROLES)) entries.push(['/visits', 'nav.visits'], ['/desk/interests', 'nav.interests']);
  if (hasRole(session, ['securityAdmin'])) entries.push(['/admin/accounts', 'nav.accounts']);
  if (hasRole(session, ['systemAdmin', 'auditAdmin']))
    entries.push(
      ['/admin/calendar', 'nav.calendar'],
      ['/admin/outbox', 'nav.outbox'],
      ['/admin/settings', 'nav.settings'],
    );
  return entries;
}

/** Who is logged in, and the way out. Opens on request; Escape, a tap elsewhere or going on closes it. */
function Who({ session: { account } }: { session: SessionView }) {
  const t = useSay();
  const logout = useLogout();
  const menu = useRef<HTMLDetailsElement>(null);
  useClosedFromOutside(menu);
  return (
    <details className="who" ref={menu}>
      <summary>
        <CircleUserRound aria-hidden="true" />
        <span className="who-name">{account.displayName}</span>
        <ChevronDown aria-hidden="true" />
      </summary>
      <div className="who-menu">
        <strong>{account.displayName}</strong>
        <ul>
          {account.roles.map((role) => (
            <li key={role}>{t.code('role', role)}</li>
          ))}
        </ul>
        <Button kind="secondary" onClick={() => void logout()}>
          <LogOut size={18} aria-hidden="true" />
          {t('nav.logout')}
        </Button>
      </div>
    </details>
  );
}

function useClosedFromOutside(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event): void => {
      const details = menu.current;
      if (!details?.open || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
      const inside = details.contains(event.target as Node);
      if (event instanceof KeyboardEvent) {
        if (inside) details.querySelector('summary')?.focus();
      } else if (inside) return;
      details.open = false;
    };
    const events = ['pointerdown', 'focusin', 'keydown'];
    for (const event of events) document.addEventListener(event, close);
    return () => events.forEach((event) => document.removeEventListener(event, close));
  }, [menu]);
}

/** 无障碍 · 关怀版 · 朗读 · English: links that work without a script too, so they are the same on every page. */
function Bar() {
  const t = useSay();
  const { scale, contrast } = document.documentElement.dataset;
  const elder = scale !== undefined && scale !== '18';
  const back = encodeURIComponent(window.location.pathname + window.location.search);
  return (
    <div className="bar" role="group" aria-label={t('bar.label')}>
      <a href={`/look?scale=${elder ? '18' : '24'}&back=${back}`}>
        <ZoomIn size={18} aria-hidden="true" />
        {t(elder ? 'bar.normal' : 'bar.elder')}
      </a>
      {elder && scale !== '30' && <a href={`/look?scale=30&back=${back}`}>{t('bar.larger')}</a>}
      <a href={`/look?contrast=${contrast === 'high' ? 'normal' : 'high'}&back=${back}`}>
        <Contrast size={18} aria-hidden="true" />
        {t(contrast === 'high' ? 'bar.contrastOff' : 'bar.contrast')}
      </a>
      <ReadAloud />
      <a
        href={`/look?lang=${t.language === 'zh' ? 'en' : 'zh'}&back=${back}`}
        lang={t.language === 'zh' ? 'en' : 'zh-CN'}
      >
        <Languages size={18} aria-hidden="true" />
        {t('bar.language')}
      </a>
    </div>
  );
}

function ReadAloud() {
  const t = useSay();
  const [reading, setReading] = useState(false);
  if (!canRead()) return null;
  const toggle = (): void => {
    if (reading) stopReading();
    else read(document.getElementById('content'), t.language, () => setReading(false));
    setReading(!reading);
  };
  return (
    <button type="button" onClick={toggle} aria-pressed={reading}>
      <Volume2 size={18} aria-hidden="true" />
      {t(reading ? 'bar.stop' : 'bar.read')}
    </button>
  );
}
