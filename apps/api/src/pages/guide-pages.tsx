import type { ReactNode } from 'react';
import { CLOCK_RULES, isPeriod, type MatterPack, type StatutoryLimit } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import type { CertificateView } from '../guide.js';
import { Certificate } from './guide-certificate.js';
import { Conditions } from './guide-conditions.js';
import { FlowInWords, type Flow } from './guide-flow.js';
import { AttestationTable, MaterialTables, specialsOf, SpecialTable } from './guide-tables.js';
import { uploadsOf } from './guides-page.js';
import { Facts, PrintButton, ScanToOpen, Zh } from './parts.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

export interface Guide {
  pack: MatterPack;
  open: boolean;
  /** Both null while the matter cannot be filed online: there is no procedure to speak of. */
  certificate: CertificateView | null;
  flow: Flow | null;
}

/** The sections of a guide in the order that people know from government portals. */
const SECTIONS: readonly {
  id: string;
  title: MessageKey;
  /** What the matter does not have is not shown. */
  there?(of: Guide): boolean;
  shown(of: Guide & { visit: Visit }): ReactNode;
}[] = [
  { id: 'basics', title: 'page.guide.basics', shown: (of) => <Basics {...of} /> },
  { id: 'where', title: 'page.guide.where', shown: (of) => <Where {...of} /> },
  {
    id: 'conditions',
    title: 'page.guide.conditions',
    there: ({ pack }) => pack.onlineForm !== null || pack.preconditions.length > 0,
    shown: ({ visit: { t }, pack }) => <Conditions t={t} pack={pack} />,
  },
  {
    id: 'materials',
    title: 'page.guide.materials',
    there: ({ pack }) => pack.materials.length > 0,
    shown: ({ visit: { t }, pack }) => <MaterialTables t={t} materials={pack.materials} />,
  },
  {
    id: 'special',
    title: 'page.guide.special',
    there: ({ pack }) => specialsOf(pack) > 0,
    shown: ({ visit: { t }, pack }) => <SpecialTable t={t} pack={pack} />,
  },
  {
    id: 'checks',
    title: 'page.guide.attestations',
    there: ({ pack }) => pack.attestations.length > 0,
    shown: ({ visit: { t }, pack }) => <AttestationTable t={t} attestations={pack.attestations} />,
  },
  {
    id: 'steps',
    title: 'page.guide.steps',
    shown: ({ visit: { t }, pack, flow }) => (
      <>
        <ol>
          {pack.steps.map(({ zh, en }) => (
            <li key={zh}>{t.language === 'zh' ? zh : en}</li>
          ))}
        </ol>
        {flow && <FlowInWords t={t} flow={flow} />}
      </>
    ),
  },
  { id: 'fee', title: 'page.guide.fee', shown: (of) => <Fee {...of} /> },
  { id: 'basis', title: 'page.guide.basis', shown: (of) => <Basis {...of} /> },
  { id: 'questions', title: 'page.guide.questions', shown: (of) => <Questions {...of} /> },
  { id: 'trips', title: 'page.guide.trips', shown: (of) => <Trips {...of} /> },
  { id: 'help', title: 'page.guide.help', shown: (of) => <Help {...of} /> },
  {
    id: 'certificate',
    title: 'page.guide.certificate',
    there: ({ certificate }) => certificate !== null,
    shown: ({ visit: { t }, certificate }) => certificate && <Certificate t={t} certificate={certificate} />,
  },
];

/** 办事指南: everything from the pack that the workflow runs on, so that the guide cannot say one thing and the desk do another. */
export function GuidePage(of: Guide & { visit: Visit }) {
  const { t, publicAddress } = of.visit;
  const sections = SECTIONS.filter(({ there }) => there?.(of) ?? true);
  return (
    <>
      <div className="guide-head">
        <div>
          <Figures {...of} />
          <div className="actions">
            <Apply {...of} />
            <PrintButton t={t} />
          </div>
        </div>
        <ScanToOpen t={t} url={publicAddress} />
      </div>
      <nav className="contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t('page.guide.contents')}</h2>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, shown }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{t(title)}</h2>
          {shown(of)}
        </section>
      ))}
      <div className="actions no-print">
        <Apply {...of} />
      </div>
    </>
  );
}

/** The way in, or why there is none. */
function Apply({ visit: { t }, pack: { switchedOff, family }, open }: Guide & { visit: Visit }) {
  if (switchedOff) return <p className="notice">{t.language === 'zh' ? switchedOff.zh : switchedOff.en}</p>;
  if (!open) return <p>{t(family === 'ex_officio' ? 'page.guide.notApplied' : 'page.guide.notOpen')}</p>;
  return (
    <a className="button big no-print" href={t.link('/app/apply')}>
      {t('page.guide.apply')}
    </a>
  );
}

function Figures({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const figures: readonly [MessageKey, string][] = [
    ['page.guide.uploads', t('page.guide.upToUploads', { n: uploadsOf(pack) })],
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

/** A value that the bureau has not confirmed says so. */
const assumed = (t: Words, value: string, confidence: string): string =>
  confidence === 'assumption' ? `${value}${t('page.paren', { text: t('page.pending') })}` : value;

const withArticle = (t: Words, value: string, article: string): ReactNode => (
  <>
    {value}
    <Zh t={t}>{t('page.paren', { text: article })}</Zh>
  </>
);

function statutoryIn(t: Words, limit: StatutoryLimit): ReactNode {
  const said = isPeriod(limit) ? t.span(limit) : t.language === 'zh' ? limit.zh : limit.en;
  return 'article' in limit ? withArticle(t, said, limit.article.zh) : said;
}

/** The licence where one is made for the first time, else the papers that come out. */
function resultOf(t: Words, { licenceTermYears, licencePrint, results }: MatterPack): string {
  if (licencePrint === 'new' && licenceTermYears !== null)
    return t('page.guide.resultLicence', { limit: t.span({ length: licenceTermYears, unit: 'year' }) });
  return results.map(({ zh, en }) => (t.language === 'zh' ? zh : en)).join(t.language === 'zh' ? '；' : '; ');
}

function Basics({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const { limits, authority } = pack;
  const promise = limits.promised;
  const answer = CLOCK_RULES.correction_or_acceptance;
  return (
    <Facts
      rows={[
        [t('page.guide.matter'), t.called(pack)],
        [t('page.guide.code'), pack.code],
        [t('page.guide.powerType'), t.code('page.guide.powerType', pack.powerType)],
        [t('page.guide.handling'), t('page.guide.handlingPromised')],
        [t('page.guide.applicant'), t.language === 'zh' ? pack.applicantZh : pack.applicantEn],
        [t('page.guide.authority'), t.called(authority)],
        [
          t('page.guide.acceptance'),
          withArticle(t, t('page.guide.within', { limit: t.span(answer) }), answer.article.zh),
        ],
        [
          t('page.guide.promised'),
          promise ? assumed(t, t.span(promise), promise.confidence) : t('page.guide.noPromise'),
        ],
        [t('page.guide.statutory'), statutoryIn(t, limits.statutory)],
        [t('page.guide.result'), resultOf(t, pack)],
        [t('page.guide.delivery'), t('page.guide.resultDelivery')],
        [t('page.guide.version'), pack.version],
      ]}
    />
  );
}

function Where({ visit: { t }, pack: { authority } }: Guide & { visit: Visit }) {
  return (
    <Facts
      rows={[
        [t('page.guide.online'), t('page.guide.onlineAnyTime')],
        [t('page.guide.window'), t.given(authority.officeZh)],
        [t('page.guide.hours'), t('page.pending')],
      ]}
    />
  );
}

function Fee({ visit: { t }, pack: { fee } }: Guide & { visit: Visit }) {
  return <p>{withArticle(t, t('page.guide.free'), fee.article.zh)}</p>;
}

function Basis({ visit: { t }, pack }: Guide & { visit: Visit }) {
  return (
    <ul>
      {pack.basis.map(({ ref, zh }) => (
        <li key={ref}>
          <Zh t={t}>{zh}</Zh>
        </li>
      ))}
    </ul>
  );
}

/** Every number of the answers is a limit that the clocks run on. */
function Questions({ visit: { t }, pack: { limits } }: Guide & { visit: Visit }) {
  const params = {
    answer: t.span(CLOCK_RULES.correction_or_acceptance),
    period: t.span(limits.correctionPeriod),
    review: t.span(CLOCK_RULES.reconsideration),
    suit: t.span(CLOCK_RULES.litigation_direct),
  };
  return (['correction', 'silence', 'refusal'] as const).map((question) => (
    <div key={question}>
      <h3>{t(`page.guide.q.${question}`)}</h3>
      <p>{t(`page.guide.a.${question}`, params)}</p>
    </div>
  ));
}

function Trips({ visit: { t }, pack, certificate }: Guide & { visit: Visit }) {
  return (
    <p>
      <strong>{t('page.guide.tripsAtMost', { n: pack.maxTrips })}</strong>{' '}
      {certificate && <a href="#certificate">{t('page.guide.tripsProved')}</a>}
    </p>
  );
}

function Help({ visit: { t }, pack: { authority } }: Guide & { visit: Visit }) {
  const remedy = (body: string, limit: { length: number; unit: string; article: { zh: string } }): ReactNode => (
    <>
      <Zh t={t}>{body}</Zh> · {withArticle(t, t.span(limit), limit.article.zh)}
    </>
  );
  return (
    <Facts
      rows={[
        [t('page.guide.hotline'), t.given(authority.hotline)],
        [t('page.guide.complaints'), t('page.pending')],
        [t('page.guide.window'), t.given(authority.officeZh)],
        [t('page.guide.reconsideration'), remedy(authority.reconsiderationBody, CLOCK_RULES.reconsideration)],
        [t('page.guide.court'), remedy(authority.court, CLOCK_RULES.litigation_direct)],
      ]}
    />
  );
}
