import { transition } from 'xstate';
import { countyPacks, procedureFor } from '../../../../test/builders/pack.js';
import type { MatterPack } from '../../../law/src/index.js';
import { effectsOf } from '../effects.js';
import { establishmentConfig } from '../establishment/machine.js';
import { alphabet } from '../events.js';
import { procedure, type Procedure } from '../procedure.js';
import type { AnyProcedureConfig } from '../vocabulary.js';
import { explore } from './graph.js';
import { NO_SYMMETRY } from './symmetry.js';

const procedureOfMatter = (code: string) =>
  procedureFor(countyPacks().find((pack) => pack.code === code) as MatterPack);

/** Every step of every configuration, by XState alone: nothing remembered, nothing folded. */
function plainly({ machine, initial, input }: Procedure) {
  const keyOf = ({ value, context }: ReturnType<typeof initial>) => JSON.stringify([value, context]);
  const states = [initial()];
  const seen = new Map([[keyOf(initial()), 0]]);
  const edges: string[] = [];
  for (const [from, state] of states.entries()) {
    for (const event of alphabet(input)) {
      const [reached, actions] = transition(machine, state, event);
      if (reached === state && actions.length === 0) continue;
      const to = seen.get(keyOf(reached)) ?? states.push(reached) - 1;
      seen.set(keyOf(reached), to);
      edges.push(JSON.stringify([from, to, event, effectsOf(actions)]));
    }
  }
  return { configurations: states.length, edges };
}

it.each(['RENEW', 'PREP', 'TERM-REVOKE'])('%s: steps that are remembered are the steps that XState takes', (code) => {
  const whole = procedureOfMatter(code);
  const small = {
    ...whole,
    input: { ...whole.input, lanes: whole.input.lanes.slice(0, 3), situations: [whole.input.lanes.slice(0, 3)] },
  };
  const { configurations, edges } = plainly(small);
  const found = explore(small, NO_SYMMETRY);
  expect(found.configurations.length).toBe(configurations);
  const remembered = found.configurations.flatMap((at) =>
    at.edges.map(({ from, to, label: { event, effects } }) => JSON.stringify([from, to, event, effects])),
  );
  expect(remembered).toEqual(edges);
});

it('a guard without a name is not looked through: nobody would see what it reads', () => {
  const config = structuredClone(establishmentConfig) as unknown as { states: Record<string, { on: object }> };
  config.states.DRAFT = { on: { discardDraft: { target: 'DISCARDED', guard: () => true } } };
  const { input } = procedureOfMatter('EST-DIRECT');
  const chart = procedure('unnamed', config as unknown as AnyProcedureConfig, input);
  expect(() => explore(chart)).toThrow('says a word that has no name');
});
