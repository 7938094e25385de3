import { keptCertificates } from '../certificates.js';
import { countyShelf } from '../county.js';
import { stepsOf, turnsIn, type Flow } from './flow-words.js';
import { wordsIn } from './words.js';

const certificates = keptCertificates(countyShelf());
const running = countyShelf()
  .running()
  .map(({ pack }) => {
    const certificate = certificates.get(pack.code);
    if (!certificate) throw new Error(pack.code);
    return { code: pack.code, pack, machine: certificate.machine, flow: certificate.flow };
  });
const languages = [wordsIn('zh', false), wordsIn('en', false)];

/** The places of a flow and what else may happen there, without the step that leads on. */
const places = (flow: Flow, steps: ReturnType<typeof stepsOf>) =>
  [...new Set(steps.map(({ from }) => from))].map((state) => {
    const i = flow.main.indexOf(state);
    const next = i < 0 ? undefined : flow.main[i + 1];
    return { state, turns: steps.filter(({ from, to }) => from === state && to !== next) };
  });

describe.each(running)('the flow of $code in words', ({ pack, flow, machine }) => {
  const steps = stepsOf(flow, pack);

  it.each(languages)('says nothing twice, and of one step with two ends why it comes to which ($language)', (t) => {
    for (const { state, turns } of places(flow, steps)) {
      const said = turnsIn(t, turns);
      expect([state, said.join(' ')]).toEqual([state, expect.not.stringMatching(/page\.|\{|undefined/)]);
      for (const event of new Set(turns.map((turn) => turn.event))) {
        const ends = turns.filter((turn) => turn.event === event);
        for (const end of ends.length > 1 ? ends : [])
          expect([state, event, turnsIn(t, [end])]).not.toEqual([state, event, [bare(t, end)]]);
      }
    }
  });

  it.each(languages)('what happens by itself has a sentence of its own ($language)', (t) => {
    for (const { turns } of places(flow, steps))
      for (const turn of turns.filter(({ who }) => who.join() === 'system'))
        expect([turn.event, turnsIn(t, [turn])]).not.toEqual([turn.event, [bare(t, turn)]]);
  });

  it('has the end that the pack gives an uncured tolerance, and no other', () => {
    const ends = (of: typeof steps) => [
      ...new Set(of.filter(({ event }) => event === 'expireCure').map(({ to }) => to)),
    ];
    const knows = flow.steps.some(({ event }) => event === 'expireCure'); // a filing is accepted by nobody
    const under = (toleranceFailure: 'discontinue' | 'refuse') => ends(stepsOf(flow, { ...pack, toleranceFailure }));
    expect(under('discontinue')).toEqual(knows ? ['DISCONTINUED'] : []);
    expect(under('refuse')).toEqual(knows ? ['REFUSED'] : []);
  });

  it('has a name in words', () => {
    for (const t of languages) expect(t.code('page.guide.machine', machine)).not.toBe(machine);
  });
});

const bare = (t: (typeof languages)[number], { who, event, to }: Flow['steps'][number]): string =>
  t('page.guide.flowIf', {
    who: who.map((role) => t.code('role', role)).join(t('page.guide.flowOr')),
    event: t.code('event', event),
    state: t.code('state', to),
  });
