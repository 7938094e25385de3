import { daysBetween, type PlainDate } from '../../../../libs/law/src/index.js';
import type { Branch, Branches, RehearsedStep } from '../../../../libs/publicity/src/index.js';
import type { Guided } from '../guide/guide-sections.js';
import { statutoryIn } from '../guide/limits-in-words.js';
import { Said } from './blocks.js';
import { ErrorSummary } from './error-summary.js';
import { Icon } from './icons.js';
import { Pieces, Sentence, Zh } from './parts.js';
import type { Words } from './words.js';

export interface Rehearsed {
  t: Words;
  guided: Guided;
  /** As it was typed. */
  typed: string;
  fault: string | null;
  from: PlainDate | null;
  branches: Branches;
  possible: readonly Branch[];
  steps: readonly RehearsedStep[];
  /** The same without any branch. */
  straight: readonly RehearsedStep[];
}

/** 预演: the future case on a line of time, with the turns that it may take. Everybody takes all the time that the law gives. */
export function RehearsalPage(of: Rehearsed) {
  const { t, guided, fault, from, steps } = of;
  return (
    <>
      <p className="lead">{t('rehearsal.lead')}</p>
      {fault && <ErrorSummary t={t} faults={[{ input: 'from', words: fault }]} />}
      <Start {...of} />
      {from && of.possible.length > 0 && <Turns {...of} />}
      {from && <Line {...of} />}
      {from && steps.length === 0 && (
        <p className="note warn">
          {t('rehearsal.none')} <Said t={t} cell={statutoryIn(t, guided.pack.limits.statutory)} />
        </p>
      )}
      <p className="no-print">
        <a href={t.link(`/guides/${guided.pack.code}`)}>{t('triage.guide')}</a>
      </p>
    </>
  );
}

function Start({ t, guided, typed, fault, branches }: Rehearsed) {
  return (
    <form method="get" action={`/guides/${guided.pack.code}/rehearsal`} className="search no-print">
      {t.link('/') !== '/' && <input type="hidden" name="lang" value={t.language} />}
      {turned(branches).map((branch) => (
        <input key={branch} type="hidden" name={branch} value="yes" />
      ))}
      <div className={fault ? 'field invalid' : 'field'}>
        <label htmlFor="from">{t('rehearsal.from')}</label>
        <p className="hint" id="from-hint">
          <Sentence>{t('rehearsal.fromHint')}</Sentence>
        </p>
        {fault && (
          <p className="field-error" id="from-error">
            <span>
              <Sentence>{fault}</Sentence>
            </span>
          </p>
        )}
        <input
          id="from"
          name="from"
          className="short"
          defaultValue={typed}
          autoComplete="off"
          aria-describedby={fault ? 'from-hint from-error' : 'from-hint'}
          aria-invalid={fault ? true : undefined}
        />
      </div>
      <button type="submit" className="button">
        {t('rehearsal.show')}
      </button>
    </form>
  );
}

const turned = (branches: Branches): Branch[] =>
  (Object.keys(branches) as Branch[]).filter((branch) => branches[branch] === true);

/** "If …": each turn is a link that takes it or leaves it. */
function Turns({ t, guided, from, branches, possible }: Rehearsed) {
  const to = (branch: Branch): string => {
    const others = turned(branches).filter((one) => one !== branch);
    const next = branches[branch] ? others : [...others, branch];
    const query = new URLSearchParams({
      from: from ?? '',
      ...Object.fromEntries(next.map((one) => [one, 'yes'])),
    }).toString();
    return t.link(`/guides/${guided.pack.code}/rehearsal?${query}`);
  };
  return (
    <section aria-labelledby="turns" className="no-print">
      <h2 id="turns">{t('rehearsal.turns')}</h2>
      <ul className="ways">
        {possible.map((branch) => (
          <li key={branch}>
            <a href={to(branch)} aria-current={branches[branch] ? 'true' : undefined}>
              {t(branches[branch] ? 'rehearsal.without' : 'rehearsal.with', { turn: t(`rehearsal.turn.${branch}`) })}
            </a>
          </li>
        ))}
      </ul>
      {turned(branches).map((branch) => (
        <p key={branch}>{t(`rehearsal.because.${branch}`)}</p>
      ))}
    </section>
  );
}

function Line({ t, steps, straight }: Rehearsed) {
  const inOrder = [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section aria-labelledby="line">
      <h2 id="line">{t('rehearsal.line')}</h2>
      <ol className="way" aria-labelledby="line">
        {inOrder.map((step, i) => (
          <li key={`${step.id}${i}`} data-step={step.id} data-on={step.on}>
            <span className="dot">
              <Icon name="dot" size={12} />
            </span>
            <strong>
              <Pieces
                of={[t(`rehearsal.when.${step.when}`, { day: t.day(step.on) }), t(`rehearsal.step.${step.id}`)]}
              />
            </strong>
            <Why t={t} step={step} straight={straight} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whose days these are, on which article, and how far a turn moved them. */
function Why({ t, step, straight }: { t: Words; step: RehearsedStep; straight: readonly RehearsedStep[] }) {
  const before = straight.find(({ id }) => id === step.id);
  const moved = before ? daysBetween(before.on, step.on) : 0;
  return (
    <>
      <span className="onward">
        {t(`rehearsal.why.${step.id}`)}
        {step.article && <Zh t={t}>{t('page.paren', { text: step.article.zh })}</Zh>}
      </span>
      {step.excluded && <span className="branch">{t('rehearsal.excluded', { span: t.span(step.excluded) })}</span>}
      {moved !== 0 && (
        <span className="branch">{t(moved > 0 ? 'rehearsal.later' : 'rehearsal.earlier', { n: Math.abs(moved) })}</span>
      )}
      {step.provisional && (
        <span className="branch" data-provisional="">
          {t('time.provisional')}
        </span>
      )}
    </>
  );
}
