import type { ReactNode } from 'react';
import { CLOCK_RULES, establishmentConditions, type MatterPack } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { Certificate, type CertificateView } from './guide-certificate.js';
import { FlowInWords, type Flow } from './guide-flow.js';
import { AttestationTable, MaterialTables, SpecialTable } from './guide-tables.js';
import { Facts, PrintButton, ScanToOpen, Zh } from './parts.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

const uploadsOf = ({ materials }: MatterPack): number => materials.filter(({ source }) => source === 'upload').length;

export function GuidesPage({ t, packs }: { t: Words; packs: readonly MatterPack[] }) {
  return (
    <>
      <p className="lead">{t('page.guides.lead')}</p>
      <ul className="doors">
        {packs.map((pack) => (
          <li key={pack.code}>
            <a className="door" href={t.link(`/guides/${pack.code}`)}>
              <strong>{t.called(pack)}</strong>
              <span>
                {t('page.guides.sum', {
                  materials: uploadsOf(pack),
                  trips: pack.maxTrips,
                  limit: t.span(pack.limits.promised),
                })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface Guide {
  pack: MatterPack;
  certificate: CertificateView;
  flow: Flow;
}

/** The sections of a guide in the order that people know from government portals. */
const SECTIONS: readonly { id: string; title: MessageKey; shown(of: Guide & { visit: Visit }): ReactNode }[] = [
  { id: 'basics', title: 'page.guide.basics', shown: (of) => <Basics {...of} /> },
  { id: 'where', title: 'page.guide.where', shown: (of) => <Where {...of} /> },
  { id: 'conditions', title: 'page.guide.conditions', shown: (of) => <Conditions {...of} /> },
  {
    id: 'materials',
    title: 'page.guide.materials',
    shown: ({ visit: { t }, pack }) => <MaterialTables t={t} materials={pack.materials} />,
  },
  { id: 'special', title: 'page.guide.special', shown: ({ visit: { t }, pack }) => <SpecialTable t={t} pack={pack} /> },
  {
    id: 'checks',
    title: 'page.guide.attestations',
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
        <FlowInWords t={t} flow={flow} />
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
    shown: ({ visit: { t }, certificate }) => <Certificate t={t} certificate={certificate} />,
  },
];

/** 办事指南: everything from the pack that the workflow runs on, so that the guide cannot say one thing and the desk do another. */
export function GuidePage(of: Guide & { visit: Visit }) {
  const { t, publicAddress } = of.visit;
  return (
    <>
      <div className="guide-head">
        <div>
          <Figures {...of} />
          <div className="actions">
            <Apply t={t} />
            <PrintButton t={t} />
          </div>
        </div>
        <ScanToOpen t={t} url={publicAddress} />
      </div>
      <nav className="contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t('page.guide.contents')}</h2>
        <ul>
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {SECTIONS.map(({ id, title, shown }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{t(title)}</h2>
          {shown(of)}
        </section>
      ))}
      <div className="actions no-print">
        <Apply t={t} />
      </div>
    </>
  );
}

const Apply = ({ t }: { t: Words }) => (
  <a className="button big no-print" href={t.link('/app/apply')}>
    {t('page.guide.apply')}
  </a>
);

function Figures({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const figures: readonly [MessageKey, string][] = [
    ['page.guide.uploads', t('page.guide.upToUploads', { n: uploadsOf(pack) })],
    ['page.guide.trips', t('page.guide.tripsAtMost', { n: pack.maxTrips })],
    ['page.guide.promised', t.span(pack.limits.promised)],
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

function Basics({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const { limits, authority } = pack;
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
        [t('page.guide.promised'), assumed(t, t.span(limits.promised), limits.promised.confidence)],
        [t('page.guide.statutory'), withArticle(t, t.span(limits.statutory), limits.statutory.article.zh)],
        [
          t('page.guide.result'),
          t('page.guide.resultLicence', { limit: t.span({ length: pack.licenceTermYears, unit: 'year' }) }),
        ],
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

function Conditions({ visit: { t }, pack }: Guide & { visit: Visit }) {
  const capital = pack.requiredCapitalYuan.toLocaleString('en-US');
  return (
    <>
      <p>{t('page.guide.conditionsLead')}</p>
      <ul className="lines">
        {establishmentConditions().map(({ code, article }) => (
          <li key={code}>
            {t.code('page.condition', code, { capital })}
            <span className="basis">
              <Zh t={t}>{article.zh}</Zh>
            </span>
          </li>
        ))}
      </ul>
    </>
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

function Trips({ visit: { t }, pack }: Guide & { visit: Visit }) {
  return (
    <p>
      <strong>{t('page.guide.tripsAtMost', { n: pack.maxTrips })}</strong>{' '}
      <a href="#certificate">{t('page.guide.tripsProved')}</a>
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
