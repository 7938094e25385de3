import { countyPacks, procedureFor } from '../../../../test/builders/pack.js';
import type { MatterPack } from '../../../law/src/index.js';
import { annualConfig } from '../annual/machine.js';
import { insolvencyConfig } from '../insolvency/machine.js';
import { lapseConfig } from '../lapse/machine.js';
import { procedure } from '../procedure.js';
import { revocationConfig } from '../revocation/machine.js';
import type { AnyProcedureConfig } from '../vocabulary.js';
import { explore } from './graph.js';
import { machineFindings, prove } from './prove.js';

const packOf = (matter: string) => countyPacks().find(({ code }) => code === matter) as MatterPack;
const CHARTS = {
  'TERM-INSOLV': insolvencyConfig,
  'TERM-REVOKE': revocationConfig,
  LAPSE: lapseConfig,
  ANNUAL: annualConfig,
} as const;
type Matter = keyof typeof CHARTS;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mutation reaches anywhere into the chart
type Loose = any;
const failed = (matter: Matter, change: (states: Loose, config: Loose) => void) => {
  const config: Loose = structuredClone(CHARTS[matter]);
  change(config.states, config);
  const faulty = procedure('mutant', config as AnyProcedureConfig, procedureFor(packOf(matter)).input);
  return machineFindings(explore(faulty), faulty)
    .filter(({ holds }) => !holds)
    .map(({ id, fault }) => [id, fault]);
};

describe.each(Object.keys(CHARTS) as Matter[])('%s', (matter) => {
  it('holds, and every state and step of it is visited', () => {
    const { holds, unvisited, properties } = prove(packOf(matter));
    expect([properties.filter((one) => !one.holds), unvisited]).toEqual([[], []]);
    expect(holds).toBe(true);
  });
});

const SHORT = ['i', 'cancelled-before-wound-up'];
const STRAY = ['i', 'register-changed-without-decision'];
const cancel = { type: 'register', params: { change: 'cancelInstitution' } };

it.each<[string, Matter, string[], (states: Loose, config: Loose) => void]>([
  ['pupils that nobody placed', 'TERM-INSOLV', SHORT, (s) => (s.WINDING_UP.initial = 'LIQUIDATING')],
  [
    'pupils of whom some have no place',
    'TERM-REVOKE',
    SHORT,
    (s) => delete s.WINDING_UP.states.PLACING.on.recordPlacement.guard,
  ],
  ['an insolvency without a ruling', 'TERM-INSOLV', STRAY, (s) => delete s.DRAFT.on.openExOfficio.guard],
  ['a closure on the ground of a lapse', 'TERM-INSOLV', STRAY, (s) => (s.DRAFT.on.openExOfficio.guard = 'hasLapsed')],
  ['a lapse that is cancelled at once', 'LAPSE', STRAY, (s) => (s.DRAFT.on.openExOfficio.actions = [cancel])],
  [
    'a lapsed school whose claims stay unpaid',
    'LAPSE',
    SHORT,
    (s) => (s.WINDING_UP.states.LIQUIDATING.on.reportLiquidation.target = 'HANDING_BACK'),
  ],
  [
    'a penalty without reasons',
    'TERM-REVOKE',
    ['f', 'refusal-without-reasons'],
    (s) => delete s.PENALTY.states.TO_DECIDE.on.imposeRevocation.guard,
  ],
  [
    'a licence revoked by the proposal',
    'TERM-REVOKE',
    STRAY,
    (s) =>
      (s.PENALTY.states.PROPOSING.on.proposePenalty.actions = [
        { type: 'register', params: { change: 'revokeLicence' } },
      ]),
  ],
  ['a penalty case without a limit', 'TERM-REVOKE', ['c', 'no-clock'], (s) => delete s.PENALTY.meta],
  ['a revoked school that is not wound up', 'TERM-REVOKE', SHORT, (s) => (s.REVOKED.onDone.target = '#ARCHIVED')],
  [
    'a year that ends a licence',
    'ANNUAL',
    STRAY,
    (s) =>
      (s.PENDING.states.INSPECTING.on.concludeInspection[2].actions = [
        { type: 'register', params: { change: 'revokeLicence' } },
      ]),
  ],
  ['rectification without an end', 'ANNUAL', ['c', 'no-owner'], (s) => delete s.PENDING.states.RECTIFYING.meta],
])('%s (%s) is found', (_, matter, expected, change) => expect(failed(matter, change)).toContainEqual(expected));
