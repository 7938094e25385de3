import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { Icon } from './icons.js';
import { Heading } from './parts.js';
import { backOf, type Visit } from './site.js';

export interface PageContent {
  title: string;
  /** Something on the page is to be put right: the title says so first. */
  faulty?: boolean;
  children: ReactNode;
}

/** A whole page as text, without a single inline style or script. */
export const renderPage = (visit: Visit, content: PageContent): string =>
  `<!doctype html>${renderToStaticMarkup(<Page visit={visit} {...content} />)}`;

function Page({ visit, title, faulty = false, children }: PageContent & { visit: Visit }) {
  const { t, attributes, styles, script, demo } = visit;
  const words = { title, site: t('page.title'), prefix: t('error.prefix') };
  return (
    <html {...attributes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t(faulty ? 'page.titledError' : 'page.titled', words)}</title>
        <meta name="description" content={t('page.description')} />
        <link rel="icon" href="data:," />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={script} />
      </head>
      <body className="site">
        <a className="skip" href="#content">
          {t('nav.skip')}
        </a>
        <header>
          {demo && <div className="demo">{t('page.demo')}</div>}
          <Bar visit={visit} />
          <Masthead visit={visit} />
        </header>
        <main id="content" tabIndex={-1}>
          <h1>
            <Heading>{title}</Heading>
          </h1>
          {children}
          <p className="print-only small">
            {t('page.printedFrom', { url: visit.publicAddress, day: t.day(visit.today) })}
          </p>
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  );
}

/** 关怀版 · 高对比 · 朗读 · English: links that work without a script; reading aloud shows itself where there is a voice. */
function Bar({ visit: { t, look, address } }: { visit: Visit }) {
  const elder = look.scale !== '18';
  const high = look.contrast === 'high';
  const to = (choice: string) => `/look?${choice}&back=${encodeURIComponent(backOf(address))}`;
  const other = t.language === 'zh' ? 'en' : 'zh';
  return (
    <div className="bar" role="group" aria-label={t('bar.label')}>
      <a href={to(`scale=${elder ? '18' : '24'}`)}>
        <Icon name="bigger" />
        {t(elder ? 'bar.normal' : 'bar.elder')}
      </a>
      {elder && look.scale !== '30' && <a href={to('scale=30')}>{t('bar.larger')}</a>}
      <a href={to(`contrast=${high ? 'normal' : 'high'}`)}>
        <Icon name="contrast" />
        {t(high ? 'bar.contrastOff' : 'bar.contrast')}
      </a>
      <button type="button" hidden aria-pressed="false" data-read-aloud="">
        <Icon name="sound" />
        <span data-start={t('bar.read')} data-stop={t('bar.stop')}>
          {t('bar.read')}
        </span>
      </button>
      <a href={to(`lang=${other}`)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        <Icon name="language" />
        {t('bar.language')}
      </a>
    </div>
  );
}

const ENTRIES: readonly [string, MessageKey][] = [
  ['/app/apply', 'nav.new'],
  ['/app/cases', 'nav.cases'],
  ['/check', 'nav.check'],
  ['/guides', 'page.guides.title'],
  ['/register', 'nav.register'],
  ['/notices', 'page.notices.title'],
  ['/ask', 'page.ask.title'],
];

function Masthead({ visit: { t, address } }: { visit: Visit }) {
  const [path = '/'] = address.split('?');
  const here = (to: string) => (path === to ? 'page' : path.startsWith(`${to}/`) ? 'true' : undefined);
  return (
    <div className="masthead">
      <a className="brand" href={t.link('/')} aria-current={path === '/' ? 'page' : undefined}>
        <Icon name="school" />
        {t('page.title')}
      </a>
      <nav aria-label={t('nav.label')}>
        <ul>
          {ENTRIES.map(([to, key]) => (
            <li key={to}>
              <a href={t.link(to)} aria-current={here(to)}>
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Whom to call and who runs the site: the same words below the public pages and below the application. */
export function Footer({ visit: { t, authority } }: { visit: Visit }) {
  return (
    <footer className="footer">
      {authority && (
        <ul className="plain-lines">
          <li>{t('page.footer.hotline', { hotline: t.given(authority.hotline) })}</li>
          <li>{t('page.footer.office', { office: t.given(authority.officeZh) })}</li>
          <li>{t('page.footer.authority', { name: t.called(authority) })}</li>
          {authority.nameMn && <li lang="mn">{authority.nameMn}</li>}
          <li>
            <a href={t.link('/ask')}>{t('page.ask.title')}</a> ·{' '}
            <a href={t.link('/deadline')}>{t('page.deadline.title')}</a> ·{' '}
            <a href={t.link('/service-record')}>{t('page.record.title')}</a>
          </li>
          <li>{t('page.footer.filing', { pending: t('page.pending') })}</li>
        </ul>
      )}
    </footer>
  );
}
