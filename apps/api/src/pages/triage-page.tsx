import { cite, type TriageEnd, type Walk } from '../../../../libs/law/src/index.js';
import { facts as factsBlock, text, withArticles, type Block } from '../guide/blocks.js';
import { materialBlocks } from '../guide/material-tables.js';
import { warningsOf, type Guided } from '../guide/guide-sections.js';
import { Blocks, Said } from './blocks.js';
import { Facts, Sentence } from './parts.js';
import { TriageQuestion } from './triage-question.js';
import { optionIn, type Estimate, type Triaged } from './triage-words.js';
import type { Words } from './words.js';

/** The address of the triage with the first so many answers: how one goes back, and how one changes an answer. */
export function triageAddress(t: Words, path: Walk['path']): string {
  const query = new URLSearchParams(
    Object.fromEntries(path.map(({ question, value }) => [question, value])),
  ).toString();
  return t.link(query ? `/triage?${query}` : '/triage');
}

export function TriagePage(of: Triaged) {
  const { t, way } = of;
  return (
    <>
      {way.path.length === 0 ? (
        <p className="lead">{t('triage.lead')}</p>
      ) : (
        <p className="no-print">
          <a href={triageAddress(t, way.path.slice(0, -1))}>{t('triage.back')}</a>
        </p>
      )}
      {way.question ? (
        <div className="side-by-side">
          <TriageQuestion {...of} question={way.question} />
          <aside>{of.estimate && <Box t={t} estimate={of.estimate} />}</aside>
        </div>
      ) : (
        way.end && <End {...of} end={way.end} />
      )}
      {way.path.length > 0 && <Answers t={t} path={way.path} />}
    </>
  );
}

/** 所需材料 n 项 · 跑动 ≤ n 次 · 最迟某日, as far as it is known. */
function Box({ t, estimate: { materials, trips, decisionOn } }: { t: Words; estimate: Estimate }) {
  return (
    <section className="card" aria-labelledby="box">
      <h2 id="box">{t('triage.box')}</h2>
      <ul className="plain-lines">
        <li>{t('triage.materials', { n: materials.length })}</li>
        <li>{t('triage.trips', { n: trips })}</li>
        {decisionOn && (
          <li>
            <Sentence>{t('triage.latest', { day: t.day(decisionOn) })}</Sentence>
          </li>
        )}
      </ul>
    </section>
  );
}

function Answers({ t, path }: { t: Words; path: Walk['path'] }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('triage.answers')}</h2>
      <Facts
        rows={path.map(({ question, value }, i) => [
          t(`triage.${question}`),
          <>
            {optionIn(t, question, value)}{' '}
            <a
              className="no-print target"
              href={triageAddress(t, path.slice(0, i))}
              aria-label={`${t('triage.changeAnswer')} ${t(`triage.${question}`)}`}
            >
              {t('triage.changeAnswer')}
            </a>
          </>,
        ])}
      />
    </section>
  );
}

function End({ t, end, estimate, guided }: Triaged & { end: TriageEnd }) {
  switch (end.end) {
    case 'matter':
      return estimate && guided && <Found t={t} estimate={estimate} guided={guided} />;
    case 'frozen':
    case 'exOfficio':
      return (
        <>
          <h2>{t(`triage.${end.end}`)}</h2>
          {guided && <Warnings t={t} guided={guided} />}
          <p>{t(`triage.${end.end}.more`)}</p>
          <Ways t={t} links={[[`/guides/${end.matter}`, t('triage.guide')]]} />
        </>
      );
    case 'elsewhere':
      return (
        <>
          <h2>{t('triage.notHere')}</h2>
          <p>{t(`triage.because.${end.office}`)}</p>
          <p>
            <strong>{t('triage.goTo', { office: t(`triage.office.${end.office}`) })}</strong>
          </p>
          <Basis t={t} article={end.article} />
        </>
      );
    case 'forbidden':
      return (
        <>
          <h2>{t('triage.forbidden')}</h2>
          <p>{t(`triage.forbidden.${end.reason}`)}</p>
          <Basis t={t} article={end.article} />
        </>
      );
  }
}

const Basis = ({ t, article }: { t: Words; article: string }) => (
  <Blocks t={t} blocks={[text({ said: '', zh: t('triage.basis', { article: cite(article).zh }) })]} />
);

const Warnings = ({ t, guided }: { t: Words; guided: Guided }) =>
  warningsOf(t, guided).map((cell, i) => (
    <p className="note warn" key={i}>
      <Said t={t} cell={cell} />
    </p>
  ));

/** Matter, situation, exact materials, trips, both dates, and the ways on. */
function Found({ t, estimate, guided }: { t: Words; estimate: Estimate; guided: Guided }) {
  const { pack } = guided;
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(estimate.situation.facts).map(([fact, yes]) => [fact, String(yes)])),
  ).toString();
  const ids = new Set(estimate.materials.map(({ id }) => id));
  const online = estimate.open;
  return (
    <>
      <h2>{t('triage.result', { name: t.called(pack) })}</h2>
      <Warnings t={t} guided={guided} />
      <Blocks t={t} blocks={[figures(t, estimate)]} />
      <p className="small">{t('triage.ifToday')}</p>
      {estimate.provisional && <p className="note warn">{t('time.provisional')}</p>}
      {online && (
        <p className="actions no-print">
          <a className="button big" href={t.link('/app/apply')}>
            {t('triage.openOnline')}
          </a>
        </p>
      )}
      <Ways
        t={t}
        links={[
          [`/guides/${pack.code}/checklist.pdf${query ? `?${query}` : ''}`, t('triage.checklist')],
          [`/guides/${pack.code}/rehearsal`, t('triage.rehearsal')],
          [`/guides/${pack.code}`, t('triage.guide')],
        ]}
      />
      <Blocks
        t={t}
        blocks={materialBlocks(
          t,
          pack.materials.filter(({ id }) => ids.has(id)),
          { online },
        )}
      />
    </>
  );
}

function figures(
  t: Words,
  { situation, materials, trips, answerOn, decisionOn, statutoryOn, statutory }: Estimate,
): Block {
  const by = (day: string | null) => day && t('triage.byDay', { day: t.day(day) });
  return factsBlock([
    [t('triage.situation'), t.said(situation)],
    [t('page.guide.materials'), t('triage.materials', { n: materials.length })],
    [t('page.guide.trips'), t('page.guide.tripsAtMost', { n: trips })],
    [t('triage.answerOn'), by(answerOn)],
    [t('triage.promisedOn'), by(decisionOn)],
    [t('triage.statutoryOn'), statutoryOn ? withArticles(by(statutoryOn) ?? '', []) : t.said(statutory)],
  ]);
}

const Ways = ({ t, links }: { t: Words; links: readonly (readonly [string, string])[] }) => (
  <ul className="ways no-print">
    {links.map(([to, words]) => (
      <li key={to}>
        <a href={t.link(to)}>{words}</a>
      </li>
    ))}
    <li>
      <a href={t.link('/triage')}>{t('triage.again')}</a>
    </li>
  </ul>
);
