import { countyPacks, procedureFor } from '../../../../test/builders/pack.js';
import type { MatterPack } from '../../../law/src/index.js';
import { establishmentConfig } from '../establishment/machine.js';
import { procedure } from '../procedure.js';
import { explore } from './graph.js';
import { machineFindings } from './prove.js';
import { asLived, NO_SYMMETRY, symmetryOf } from './symmetry.js';

const procedureOfMatter = (code: string) =>
  procedureFor(countyPacks().find((pack) => pack.code === code) as MatterPack);
const establishment = procedureOfMatter('EST-DIRECT');
const visitAndPapers = procedure('establishment', establishmentConfig, {
  lanes: ['education_site', 'health_site', 'hygiene_evaluation', 'fire_acceptance', 'structural_safety'],
  situations: [['education_site', 'health_site', 'hygiene_evaluation', 'fire_acceptance', 'structural_safety']],
  grounds: ['appraisal'],
  reChecks: 1,
});

it.each([
  ['a visit and papers', visitAndPapers],
  ['a renewal', procedureOfMatter('RENEW')],
  ['a change of name', procedureOfMatter('CHG-NAME')],
])('%s: what is folded together is what a search without folding finds', (_, whole) => {
  const folded = explore(whole);
  const each = explore(whole, NO_SYMMETRY);
  expect(folded.configurations.length).toBeLessThan(each.configurations.length);
  expect(folded.stoodFor).toBe(each.configurations.length);
  expect(folded.unvisited).toEqual(each.unvisited);
  expect(machineFindings(folded, whole)).toEqual(machineFindings(each, whole));
});

it('a lane that depends on another declaration, or that an effect calls by name, is folded with no other', () => {
  const { representative } = symmetryOf({
    lanes: ['name_lookup', 'fire_acceptance', 'structural_safety'],
    situations: [
      ['name_lookup', 'structural_safety'],
      ['name_lookup', 'fire_acceptance', 'structural_safety'],
    ],
  });
  const { context } = visitAndPapers.initial();
  const facts = {
    ...context,
    lanes: { name_lookup: 'pass', fire_acceptance: 'awaited', structural_safety: 'awaited' } as const,
  };
  expect(representative(facts)).toEqual({ facts });
});

it('a path through representatives is told with every lane under its own name', () => {
  const record = (lane: 'education_site' | 'health_site') =>
    ({ type: 'recordAttestation', lane, result: 'pass', signed: true }) as const;
  const swap = { education_site: 'health_site', health_site: 'education_site' } as const;
  const path = [
    { event: record('education_site'), renaming: swap },
    { event: record('education_site') },
    { event: record('health_site'), renaming: swap },
    { event: record('health_site') },
  ];
  expect(asLived(path).map((event) => (event.type === 'recordAttestation' ? event.lane : event.type))).toEqual([
    'education_site',
    'health_site',
    'education_site',
    'health_site',
  ]);
});

it('the folded establishment is less than half of what it stands for', () => {
  const { configurations, stoodFor } = explore(establishment);
  expect(configurations.length * 2).toBeLessThan(stoodFor);
});
