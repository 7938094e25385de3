import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CaseView, Schemas } from '../../api.js';
import { ClockTag, DueOn, EffectCard, StateTag, type ClockView } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { last } from './last.js';
import { Letter } from './letter.js';

/** What a step would bring: letters as the applicant will read them, the state, and the time limits before and after. */
export function Outcome({ shown, seen, children }: { shown: CaseView; seen: Schemas['Preview']; children: ReactNode }) {
  const t = useSay();
  return (
    <section className="outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t('desk.step.previewTitle')}</h2>
      {seen.documents.length === 0 && <p className="muted">{t('desk.step.noLetter')}</p>}
      {seen.documents.map(({ kind, content }, i) => (
        <Letter key={`${kind}${i}`} kind={kind} content={content} />
      ))}
      <h3>{t('desk.step.clocks')}</h3>
      <p>
        <StateTag state={shown.state} /> <ArrowRight size={16} aria-hidden="true" /> <StateTag state={seen.state} />
        <span className="visually-hidden">{t('desk.step.state', { state: t.code('state', seen.state) })}</span>
      </p>
      {seen.effect && <EffectCard effect={seen.effect} />}
      <ClockChanges before={shown.clocks} after={seen.clocks} />
      <div className="actions" role="status">
        {children}
      </div>
    </section>
  );
}

const isLive = ({ status }: ClockView): boolean => status === 'running' || status === 'paused';
const sameAs = (a: ClockView | undefined, b: ClockView | undefined): boolean =>
  a?.status === b?.status && a?.deadline.dueOn === b?.deadline.dueOn;

function ClockChanges({ before, after }: { before: readonly ClockView[]; after: readonly ClockView[] }) {
  const t = useSay();
  const ids = [...new Set([...before, ...after].filter(isLive).map(({ id }) => id))];
  const rows = ids.map((id) => ({
    id,
    was: last(before.filter((clock) => clock.id === id)),
    will: last(after.filter((clock) => clock.id === id)),
  }));
  if (rows.every(({ was, will }) => sameAs(was, will))) return <p className="muted">{t('desk.step.noClockChange')}</p>;
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('desk.step.clock')}</th>
          <th scope="col">{t('desk.step.before')}</th>
          <th scope="col">{t('desk.step.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, was, will }) => (
          <tr key={id}>
            <th scope="row">{t.code('clock', id)}</th>
            <td data-label={t('desk.step.before')}>
              <Limit clock={was} />
            </td>
            <td data-label={t('desk.step.after')}>
              {sameAs(was, will) ? <span className="muted">{t('desk.step.same')}</span> : <Limit clock={will} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Limit({ clock }: { clock: ClockView | undefined }) {
  const t = useSay();
  if (!clock) return <span className="muted">{t('ui.none')}</span>;
  return (
    <>
      <ClockTag clock={clock} />
      {isLive(clock) && (
        <>
          <br />
          <DueOn {...clock.deadline} />
        </>
      )}
    </>
  );
}
