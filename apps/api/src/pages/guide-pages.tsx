import { FORMS } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { guideSections, warningsOf, type Guided } from '../guide/guide-sections.js';
import { uploadsIn } from '../guide/uploads-in-words.js';
import { Blocks, Said } from './blocks.js';
import { Certificate } from './guide-certificate.js';
import type { Flow } from './flow-words.js';
import { FlowInWords } from './guide-flow.js';
import { PrintButton, ScanToOpen } from './parts.js';
import type { Visit } from './site.js';

export interface Guide extends Guided {
  /** Null while the matter cannot be filed online. */
  flow: Flow | null;
}

/** 办事指南: everything from the pack that the workflow runs on, so that the guide cannot say one thing and the desk do another. */
export function GuidePage(of: Guide & { visit: Visit }) {
  const { visit, flow, certificate, pack } = of;
  const { t, publicAddress } = visit;
  const sections = guideSections(t, of);
  const named = [
    ...sections.map(({ id, title }) => ({ id, title })),
    ...(certificate ? [{ id: 'certificate', title: t('page.guide.certificate') }] : []),
  ];
  return (
    <>
      <div className="guide-head">
        <div>
          <Figures {...of} />
          {warningsOf(t, of).map((cell, i) => (
            <p className="note warn" key={i}>
              <Said t={t} cell={cell} />
            </p>
          ))}
          <div className="actions">
            <Apply {...of} />
            <PrintButton t={t} />
          </div>
          <Papers {...of} />
        </div>
        <ScanToOpen t={t} url={publicAddress} />
      </div>
      <nav className="contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t('page.guide.contents')}</h2>
        <ul>
          {named.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <Blocks t={t} blocks={blocks} />
          {id === 'steps' && flow && <FlowInWords t={t} flow={flow} pack={pack} />}
          {id === 'trips' && certificate && <a href="#certificate">{t('page.guide.tripsProved')}</a>}
        </section>
      ))}
      {certificate && (
        <section aria-labelledby="certificate">
          <h2 id="certificate">{t('page.guide.certificate')}</h2>
          <Certificate t={t} certificate={certificate} />
        </section>
      )}
      <div className="actions no-print">
        <Apply {...of} />
      </div>
    </>
  );
}

/** The way in, where there is one. */
function Apply({ visit: { t }, open }: Guide & { visit: Visit }) {
  if (!open) return null;
  return (
    <a className="button big no-print" href={t.link('/app/apply')}>
      {t('page.guide.apply')}
    </a>
  );
}

/** The same on paper, the case rehearsed, and the data of it. */
function Papers({ visit: { t }, pack: { code, materials, onlineForm } }: Guide & { visit: Visit }) {
  const links: readonly (readonly [string, MessageKey])[] = [
    ['guide.pdf', 'guide.pdf'],
    ...(materials.length > 0 ? ([['checklist.pdf', 'guide.checklist']] as const) : []),
    ['form.pdf', onlineForm && FORMS[onlineForm].length > 0 ? 'guide.form' : 'guide.sheet'],
    ['rehearsal', 'guide.rehearsal'],
  ];
  return (
    <ul className="ways no-print">
      {links.map(([to, word]) => (
        <li key={to}>
          <a href={t.link(`/guides/${code}/${to}`)}>{t(word)}</a>
        </li>
      ))}
      <li>
        <a href={`/api/matters/${code}`}>{t('guide.json')}</a>
      </li>
    </ul>
  );
}

function Figures({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const figures: readonly [MessageKey, string][] = [
    ['page.guide.uploads', uploadsIn(t, pack)],
    ['page.guide.trips', t('page.guide.tripsAtMost', { n: pack.maxTrips })],
    ['page.guide.promised', pack.limits.promised ? t.span(pack.limits.promised) : t('page.guide.noPromise')],
    ['page.guide.fee', t('page.guide.free')],
  ];
  return (
    <dl className="figures" aria-label={t('page.guide.figures')}>
      {figures.map(([word, value]) => (
        <div key={word}>
          <dt>{t(word)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
