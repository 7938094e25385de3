import type { MatterPack } from '../../../../libs/law/src/index.js';
import { doneBy, stepsOf, turnsIn, type Flow, type Step } from './flow-words.js';
import { Icon } from './icons.js';
import type { Words } from './words.js';

/** The procedure for reading: the way to a licence, at each place what else may happen, then the places beside the way. */
export function FlowInWords({ t, flow, pack }: { t: Words; flow: Flow; pack: MatterPack }) {
  const steps = stepsOf(flow, pack);
  const beside = [...new Set(steps.map(({ to }) => to))].filter((state) => !flow.main.includes(state));
  return (
    <>
      <h3 id="flow">{t('page.guide.flow')}</h3>
      <p>{t('page.guide.flowLead')}</p>
      <p>{t('page.guide.flowWithdraw')}</p>
      <ol className="way" aria-labelledby="flow">
        {flow.main.map((state, i) => (
          <Place
            key={state}
            t={t}
            state={state}
            next={flow.main[i + 1]}
            steps={steps.filter(({ from }) => from === state)}
          />
        ))}
      </ol>
      <h3 id="beside">{t('page.guide.flowSide')}</h3>
      <ul className="way" aria-labelledby="beside">
        {beside.map((state) => (
          <Place key={state} t={t} state={state} steps={steps.filter(({ from }) => from === state)} />
        ))}
      </ul>
    </>
  );
}

function Place({ t, state, next, steps }: { t: Words; state: string; next?: string; steps: readonly Step[] }) {
  const onward = steps.filter(({ to }) => to === next);
  const turns = steps.filter(({ to }) => to !== next);
  return (
    <li>
      <span className="dot">
        <Icon name="dot" size={12} />
      </span>
      <strong>{t.code('state', state)}</strong>
      {onward.map((step) => (
        <span className="onward" key={step.event}>
          {t('page.guide.flowDoes', doneBy(t, step))}
        </span>
      ))}
      {turnsIn(t, turns).map((sentence) => (
        <span className="branch" key={sentence}>
          {sentence}
        </span>
      ))}
      {steps.length === 0 && <span className="branch">{t('page.guide.flowEnd')}</span>}
    </li>
  );
}
