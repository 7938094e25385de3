import { Fragment, type ReactNode } from 'react';
import { HeadingWords as Heading, Sentence } from '../../../../libs/messages/src/parts/sentence.js';
import { modulesOf } from '../qr.js';
import { Icon, type IconName } from './icons.js';
import type { Words } from './words.js';

export { Heading, Sentence };

export type TagKind = 'done' | 'active' | 'due' | 'bad';
const SHAPES: Record<TagKind, IconName> = { done: 'done', active: 'active', due: 'bad', bad: 'bad' };

/** A status: its shape and its word say everything, the colour only repeats it. */
export function Tag({ kind, children }: { kind: TagKind; children: ReactNode }) {
  return (
    <span className={`tag ${kind}`}>
      <Icon name={SHAPES[kind]} />
      {children}
    </span>
  );
}

/** Words and values side by side; what has no value is left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([word, value]) => (
          <Fragment key={word}>
            <dt>{word}</dt>
            <dd>{typeof value === 'string' ? <Sentence>{value}</Sentence> : value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** Parts with a dot between them; the style hides a dot that would begin or end a line. */
export function Pieces({ of }: { of: readonly ReactNode[] }) {
  return (
    <span className="joined">
      {of.map((piece, i) => (
        <span key={i}>{piece}</span>
      ))}
    </span>
  );
}

/** Text that is Chinese whatever the language of the page, such as an article of a law. */
export function Zh({ t, children }: { t: Words; children: string }) {
  return t.language === 'zh' ? <>{children}</> : <span lang="zh-CN">{children}</span>;
}

/** Shown by the script, because printing needs one; the browser's own menu does the same without. */
export function PrintButton({ t }: { t: Words }) {
  return (
    <button type="button" className="button secondary no-print" hidden data-print="">
      <Icon name="print" />
      {t('page.print')}
    </button>
  );
}

/** The address of this page to scan with a telephone, also from paper. */
export function ScanToOpen({ t, url }: { t: Words; url: string }) {
  const { path, side } = modulesOf(url);
  return (
    <figure className="scan">
      <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('page.scan.title')}>
        <rect className="qr-ground" width={side} height={side} />
        <path className="qr-ink" d={path} shapeRendering="crispEdges" />
      </svg>
      <figcaption>{t('page.scan.caption')}</figcaption>
    </figure>
  );
}

/** Forward by key, and back to the start: a page never shifts under somebody's finger. */
export function Paging({
  t,
  path,
  q,
  next,
  cursor,
}: {
  t: Words;
  path: string;
  q?: string;
  next: string | null;
  cursor?: string;
}) {
  const to = (more: Record<string, string>): string => {
    const query = new URLSearchParams({ ...(q ? { q } : {}), ...more }).toString();
    return t.link(query ? `${path}?${query}` : path);
  };
  if (!next && !cursor) return null;
  return (
    <nav className="actions no-print" aria-label={t('page.more.label')}>
      {next && (
        <a className="button secondary" rel="next" href={to({ cursor: next })}>
          {t('page.more.next')}
        </a>
      )}
      {cursor && <a href={to({})}>{t('page.more.first')}</a>}
    </nav>
  );
}
