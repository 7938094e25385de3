import { kindergartenForm } from '../../../test/builders/form.js';
import { departsFromMajority, majorityOf, owedBefore, type RecordKind } from './deliberation.js';
import { firstDeclarationYear, partiesOf } from './interests.js';
import { plainDate } from './plain-date.js';
import { departsFrom, distanceOf, nearestDecisions, type LikenessFacts, type Precedent } from './precedent.js';

const NOTHING = { collectiveDecision: false };
const ALL = { collectiveDecision: true, expertArgument: true, riskAssessment: true };

it.each<[string, object, RecordKind[], 'none' | 'convened' | 'held', string[]]>([
  ['an ordinary licence owes nothing', NOTHING, [], 'none', []],
  ['what was convened must be held', NOTHING, [], 'convened', ['collectiveDiscussion']],
  ['held', NOTHING, [], 'held', []],
  ['all of it', ALL, [], 'none', ['expertArgument', 'riskAssessment', 'collectiveDiscussion']],
  ['records first', ALL, ['expertArgument'], 'held', ['riskAssessment']],
  ['complete', ALL, ['expertArgument', 'riskAssessment'], 'held', []],
])('%s (MDR 19, 22, 30)', (_, pack, records, meeting, owed) => {
  expect(owedBefore(pack as typeof ALL, { records, meeting })).toEqual(owed);
});

it('the head departs from a majority only where there is one (MDR 30(2))', () => {
  expect(majorityOf(['grant', 'refuse'])).toBe('even');
  expect(departsFromMajority(['grant', 'refuse'], 'refuse')).toBe(false);
  expect(departsFromMajority(['grant', 'grant', 'refuse'], 'refuse')).toBe(true);
  expect(departsFromMajority(['grant', 'grant', 'refuse'], 'grant')).toBe(false);
});

const facts: LikenessFacts = {
  institutionType: 'KG',
  stage: 'KINDERGARTEN',
  nature: 'non_profit',
  size: 150,
  grounds: [],
};
const decided = (n: number, change: Partial<Precedent> = {}): Precedent => ({
  ...facts,
  caseId: `case-${n}`,
  number: `150203-20260302-000${n}`,
  decidedOn: '2026-03-02',
  outcome: 'grant',
  ...change,
});

it.each<[string, Partial<LikenessFacts>, number]>([
  ['the same', {}, 0],
  ['twice the size', { size: 300 }, 1],
  ['ten times the size', { size: 1500 }, 2],
  ['another nature', { nature: 'for_profit' }, 2],
  ['a ground that the other has not', { grounds: ['fire_acceptance'] }, 4],
  ['another type and level', { institutionType: 'PRI', stage: 'PRIMARY' }, 6],
])('%s makes the distance', (_, change, distance) => {
  expect(distanceOf(facts, { ...facts, ...change })).toBe(distance);
  expect(distanceOf({ ...facts, ...change }, facts)).toBe(distance);
});

it('the nearest like case decides whether a reason is owed (ALL 5)', () => {
  const earlier = [
    decided(1, { grounds: ['x'] }),
    decided(2, { size: 160 }),
    decided(3, { nature: 'for_profit', outcome: 'refuse' }),
  ];
  const nearest = nearestDecisions(facts, earlier);
  expect(nearest[0]?.caseId).toBe('case-2');
  expect(departsFrom(nearest, 'grant')).toBeNull();
  expect(departsFrom(nearest, 'refuse')?.caseId).toBe('case-2');
  expect(departsFrom(nearestDecisions(facts, [decided(1, { grounds: ['x'] })]), 'refuse')).toBeNull();
  expect(departsFrom([], 'refuse')).toBeNull();
});

it('of two equally near ones the later counts', () => {
  const earlier = [decided(1), decided(2, { decidedOn: '2026-03-05', outcome: 'refuse' })];
  expect(nearestDecisions(facts, earlier).map(({ caseId }) => caseId)).toEqual(['case-2', 'case-1']);
  expect(nearestDecisions(facts, [...earlier].reverse()).map(({ caseId }) => caseId)).toEqual(['case-2', 'case-1']);
});

it('the parties of a form are all its people and bodies, the representative by number too (CSL 76)', () => {
  const parties = partiesOf(kindergartenForm());
  expect(parties.map(({ role }) => role).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'board'),
    'legal_representative',
    'principal',
    'sponsor',
  ]);
  expect(partiesOf({})).toEqual([]);
  expect(['2026-01-01', '2026-12-31'].map((on) => firstDeclarationYear(plainDate(on)))).toEqual([2025, 2025]);
});
