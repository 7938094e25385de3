import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CaseView, Schemas } from '../api.js';
import { useSay, type Say } from '../say.js';
import { Sentence } from './sentence.js';
import { Joined } from './joined.js';
import { ClockTag, DueOn, type ClockView } from './status.js';

/** The clocks of a case with "why this date": the same words for the applicant and the bureau. */
export function ClockPanel({ clocks }: { clocks: readonly ClockView[] }) {
  const t = useSay();
  const live = clocks.filter(({ status }) => status === 'running' || status === 'paused');
  return (
    <section className="card" aria-labelledby="clock-title">
      <h2 id="clock-title">{t('time.title')}</h2>
      {live.length === 0 && <p>{t('time.none')}</p>}
      {live.map((clock) => (
        <div key={clock.id} className="clock">
          <h3>{t.code('clock', clock.id)}</h3>
          <p className="due">
            <strong className="whole">
              <DueOn {...clock.deadline} />
            </strong>
            <ClockTag clock={clock} />
          </p>
          <WhyThisDate clock={clock} />
        </div>
      ))}
    </section>
  );
}

export function WhyThisDate({ clock: { startsOn, deadline } }: { clock: ClockView }) {
  const t = useSay();
  const days = (segment: Schemas['Segment']) => t(`unit.${segment.unit}` as 'unit.working_day', { n: segment.days });
  return (
    <details>
      <summary>{t('time.why')}</summary>
      <p>
        <Sentence>{t('time.startedOn', { day: t.day(startsOn) })}</Sentence>
      </p>
      <ol>
        {deadline.segments.map((segment) => (
          <li key={`${segment.from}${segment.kind}`}>
            <Joined>
              {t(`time.segment.${segment.kind}` as 'time.segment.running', {
                from: t.day(segment.from),
                to: t.day(segment.to),
                days: days(segment),
              })}
              {segment.ground && t.code('ground', segment.ground)}
              {segment.ahead ? t('time.segment.ahead') : t(`days.${segment.holder}` as 'days.bureau')}
            </Joined>
            <span className="small muted">{segment.article.zh}</span>
          </li>
        ))}
      </ol>
      {deadline.provisional && <p className="note warn">{t('time.provisional')}</p>}
      {deadline.segments[0] && (
        <p className="small muted">{t('time.calendar', { version: deadline.segments[0].calendarVersion })}</p>
      )}
    </details>
  );
}

/** Who had the case for how long: a bar with patterns, words and, on request, the figures. */
export function DaysByHolder({ days }: { days: CaseView['daysByHolder'] }) {
  const t = useSay();
  const rows = days.filter(({ days: n }) => n > 0);
  if (rows.length === 0) return null;
  const name = (holder: string) => t(`days.${holder}` as 'days.bureau');
  return (
    <section className="card" aria-labelledby="days-title">
      <h2 id="days-title">{t('days.title')}</h2>
      <div className="days" aria-hidden="true">
        {rows.map(({ holder, days: n }) => (
          <span key={holder} className={holder} style={{ flexGrow: n }} />
        ))}
      </div>
      <p>
        {rows.map(({ holder, days: n }) => (
          <span key={holder} className={`key ${holder}`}>
            {name(holder)} {t('days.n', { n })}
          </span>
        ))}
      </p>
    </section>
  );
}

/** The case as a story: what happened, on which day, by whom. Newest first, for that is what people come for. */
export function Story({
  entries,
  beside,
}: {
  entries: readonly Schemas['Story']['items'][number][];
  /** What the bureau alone reads of an entry. */
  beside?(entry: Schemas['Story']['items'][number]): ReactNode;
}) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="story-title">
      <h2 id="story-title">{t('story.title')}</h2>
      {entries.length === 0 && <p>{t('story.empty')}</p>}
      <ol className="way">
        {[...entries].reverse().map((entry) => (
          <li key={entry.seq} className="past">
            <span className="dot">
              <Check aria-hidden="true" size={14} />
            </span>
            <Joined>
              <strong>{stepName(t, entry)}</strong>
              {laneOf(entry) && t.code('lane', laneOf(entry))}
            </Joined>
            <span className="muted">
              <Joined>
                {t.day(entry.legalDate)}
                {entry.actorRole === 'system' ? t('story.byLaw') : t.code('role', entry.actorRole)}
              </Joined>
            </span>
            {beside?.(entry)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was only put into the post is not served yet: it says so. */
const stepName = (t: Say, { type, state }: Schemas['Story']['items'][number]): string =>
  type === 'serve' && state === 'POSTED' ? t.code('state', state) : t.code('event', type);

/** Which check an entry is about; there are seven of them, and the step has one name. */
const laneOf = ({ payload: { lane } }: Schemas['Story']['items'][number]): string =>
  typeof lane === 'string' ? lane : '';

export type Flow = Schemas['Flow'];

/**
 * Where the case is and what comes next, drawn from the machine itself: its main way in order, and at the present step
 * the turns that it may take.
 */
export function FlowDrawing({
  flow,
  state,
  passed = [],
}: {
  flow: Flow;
  state: string;
  /** The states that the case went through, where they are known: its own way, also beside the main one. */
  passed?: readonly string[];
}) {
  const t = useSay();
  const turns = flow.steps.filter(({ from, to }) => from === state && to !== state);
  const main = wayOf(flow, state, passed);
  const here = main.indexOf(state);
  return (
    <section className="card" aria-labelledby="flow-title">
      <h2 id="flow-title">{t('flow.title')}</h2>
      <ol className="way">
        {main.map((one, i) => {
          const current = one === state;
          const past = i < here;
          return (
            <li
              key={one}
              className={current ? 'here' : past ? 'past' : undefined}
              aria-current={current ? 'step' : undefined}
            >
              <span className="dot">
                {past ? <Check aria-hidden="true" size={14} /> : <Circle aria-hidden="true" size={8} />}
              </span>
              <strong>{t.code('state', one)}</strong>
              {past && <span className="visually-hidden">（{t('flow.past')}）</span>}
              {current && <span className="branch">{t('flow.here')}</span>}
              {current && turns.length > 0 && (
                <details>
                  <summary>{t('flow.turns')}</summary>
                  <ul>
                    {turns.map(({ event, to }) => (
                      <li key={`${event}${to}`}>
                        {t('flow.if', { event: t.code('event', event), state: t.code('state', to) })}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What the case went through, each state once, then what is left of the main way; nothing is left where no step leads on. */
function wayOf({ main, steps }: Flow, state: string, passed: readonly string[]): string[] {
  const seen = [...main.slice(0, 1), ...passed, state];
  const before = seen.filter((one, i) => seen.lastIndexOf(one) === i);
  const furthest = Math.max(...before.map((one) => main.indexOf(one)));
  if (passed.length === 0 && main.includes(state)) return [...main];
  return steps.some(({ from }) => from === state) ? [...before, ...main.slice(furthest + 1)] : before;
}

/** Letters of the bureau and receipts, each a PDF. */
export function Documents({
  documents,
  kindName,
}: {
  documents: CaseView['documents'];
  kindName(kind: string): string;
}) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="docs-title">
      <h2 id="docs-title">{t('docs.title')}</h2>
      {documents.length === 0 && <p>{t('docs.empty')}</p>}
      <ul className="plain">
        {documents.map(({ id, kind, number, issuedOn, ready, servedOn, postedOn }) => (
          <li key={id}>
            {ready ? (
              <a href={`/api/documents/${id}`} target="_blank" rel="noreferrer">
                {kindName(kind)}
              </a>
            ) : (
              <Joined>
                {kindName(kind)}
                {t('docs.notReady')}
              </Joined>
            )}
            <div className="small muted">
              <Joined>
                {number}
                {servedOn ? t('docs.served', { day: t.day(servedOn) }) : t('docs.issued', { day: t.day(issuedOn) })}
                {postedOn && t('docs.posted', { day: t.day(postedOn) })}
              </Joined>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
