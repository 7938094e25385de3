import { countyPacks, procedureFor } from '../../../../test/builders/pack.js';
import type { MatterPack } from '../../../law/src/index.js';
import { closureConfig } from '../closure/machine.js';
import { begin, decide, type Refused } from '../decide.js';
import { procedure } from '../procedure.js';
import type { AnyProcedureConfig } from '../vocabulary.js';
import { explore } from './graph.js';
import { machineFindings } from './prove.js';

const pack = countyPacks().find(({ code }) => code === 'TERM-VOL') as MatterPack;
const whole = procedureFor(pack);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mutation reaches anywhere into the chart
type Loose = any;
const mutant = (change: (windingUp: Loose, config: Loose) => void) => {
  const config: Loose = structuredClone(closureConfig);
  change(config.states.WINDING_UP.states, config);
  return procedure('mutant', config as AnyProcedureConfig, { ...whole.input, grounds: [] });
};
const failed = (faulty: ReturnType<typeof mutant>) =>
  machineFindings(explore(faulty), faulty)
    .filter(({ holds }) => !holds)
    .map(({ id, fault }) => [id, fault]);

it('the chart itself holds', () => expect(failed(mutant(() => undefined))).toEqual([]));

describe('a school is cancelled after every step of its winding up and not before (PEL 58-60, ALL 70)', () => {
  const short = ['i', 'cancelled-before-wound-up'];
  const cancel = { type: 'register', params: { change: 'cancelInstitution' } };
  it.each<[string, string[], (windingUp: Loose, config: Loose) => void]>([
    ['no liquidation', short, (_, c) => (c.states.WINDING_UP.initial = 'PAYING')],
    ['claims left unpaid', short, (w) => (w.LIQUIDATING.on.reportLiquidation.target = 'HANDING_BACK')],
    ['claims paid out of order', short, (w) => delete w.PAYING.on.recordClaimsPaid.guard],
    ['a licence that is not taken back', short, (w) => delete w.HANDING_BACK.states.licence],
    ['seals that are not destroyed', short, (w) => delete w.HANDING_BACK.states.seals],
    ['no deregistration', short, (w) => (w.HANDING_BACK.onDone.target = 'ANNOUNCING')],
    ['no announcement', short, (w) => (w.DEREGISTERING.on.recordDeregistration.target = '#ARCHIVED')],
    ['an announcement that cancels nothing', short, (w) => delete w.ANNOUNCING.on.announceClosure.actions],
    ['no winding up at all', short, (_, c) => (c.states.GRANTED.onDone.target = '#ARCHIVED')],
    [
      'cancelled with the deregistration',
      ['i', 'register-changed-without-decision'],
      (w) => (w.DEREGISTERING.on.recordDeregistration.actions = cancel),
    ],
    [
      'a step that nobody owns',
      ['c', 'no-owner'],
      (w) => (w.DEREGISTERING.meta = { clocks: w.DEREGISTERING.meta.clocks }),
    ],
    ['a step without a clock', ['c', 'no-clock'], (w) => (w.ANNOUNCING.meta = { owner: 'registrar' })],
  ])('%s', (_, expected, change) => expect(failed(mutant(change))).toContainEqual(expected));
});

it('claims are paid in the order of the law, and who may not act is told so', () => {
  const at = (value: object) => ({ value: { WINDING_UP: value } as never, context: begin(whole).context });
  const paid = { type: 'recordClaimsPaid', order: 'broken' } as const;
  const refused = decide(whole, { ...at({}), value: { WINDING_UP: 'PAYING' } }, paid, 'registrar') as Refused;
  expect(refused.rule).toEqual({ code: 'CLAIMS_OUT_OF_ORDER', article: 'PEL 59(1)' });
  const own = decide(whole, { ...at({}), value: { WINDING_UP: 'PAYING' } }, { ...paid, order: 'kept' }, 'sponsor');
  expect(own).toMatchObject({ refused: true, rule: { code: 'EVENT_NOT_FOR_ROLE' } });
});
