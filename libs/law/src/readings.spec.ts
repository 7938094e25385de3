import { countyFiles } from '../../../test/builders/pack.js';
import { isGround } from './article.js';
import { officialCalendar } from './calendar.js';
import { clockRules, rollOf } from './clock-rules.js';
import { isDiscussion } from './deliberation.js';
import { conditionsOf } from './eligibility.js';
import { isIdleTask } from './idle-task.js';
import { firstDeclarationYear } from './interests.js';
import { acknowledgeBy, climbs, explainBy } from './ladder.js';
import { plainDate } from './plain-date.js';
import { nearestDecisions, type Precedent } from './precedent.js';
import { licenceNumber } from './identifiers/licence-number.js';
import { checkCounty, loadCounty } from './packs/load-county.js';
import { applicableLines } from './packs/applicable-lines.js';
import type { MatterPack } from './packs/pack.js';
import { readingsOf, type Readings } from './readings.js';
import { judgeChecklist, newSiteChecklist } from './site-checklist.js';
import { lawLimitOf } from './statutory-limits.js';
import { signal } from './supervision.js';

/** The packs of 150203 if it read the law so. */
function packsWith(readings: string, overlays: Readonly<Record<string, string>> = {}): Map<string, MatterPack> {
  const files = countyFiles();
  files.authority.text = files.authority.text.replace('matters:\n', `readings: ${readings}\nmatters:\n`);
  const own = files.overlays.map((file) => ({ ...file, text: `${file.text}${overlays[file.path] ?? ''}` }));
  return new Map(loadCounty({ ...files, overlays: own }).map((pack) => [pack.code, pack]));
}
const limitOf = (packs: Map<string, MatterPack>, code: string) => packs.get(code)?.limits.statutory;
const rules = (set: Partial<Readings>) => clockRules(readingsOf(set));

describe('what a county reads otherwise', () => {
  it('O-1: thirty and ninety working days, in the packs, the clocks and the table of law', () => {
    const packs = packsWith('{ privateEducationPeriods: working_days }');
    expect(limitOf(packs, 'PREP')).toMatchObject({ length: 30, unit: 'working_day', extension: null });
    expect(limitOf(packs, 'EST-DIRECT')).toMatchObject({ length: 90, unit: 'working_day' });
    expect(limitOf(packs, 'CHG-NAME')).toMatchObject({ length: 20, unit: 'working_day' });
    const readings = readingsOf({ privateEducationPeriods: 'working_days' });
    expect(lawLimitOf('MERGER', undefined, readings)?.limit).toMatchObject({ length: 90, unit: 'working_day' });
    expect(clockRules(readings).level_category_decision).toMatchObject({ length: 90, unit: 'working_day' });
  });

  it('O-1: an overlay may also write the limit as the county reads it, and may not where the county does not', () => {
    const says =
      '\nlimits: { statutory: { length: 90, unit: working_day, unitConfidence: assumption, basis: "PEL 16, 17" } }\n';
    const overlay = { '150203/EST-DIRECT.yaml': says };
    const packs = packsWith('{ privateEducationPeriods: working_days }', overlay);
    expect(limitOf(packs, 'EST-DIRECT')).toMatchObject({ length: 90, unit: 'working_day' });
    expect(() => packsWith('{ privateEducationPeriods: calendar }', overlay)).toThrow(/contradicts the law/);
  });

  it('O-2: changes within the three months of PEL 55, which know no extension', () => {
    const packs = packsWith('{ nameSponsorAddress: private_education_law }');
    for (const code of ['CHG-NAME', 'CHG-ADDR', 'CHG-SPONSOR'])
      expect(limitOf(packs, code)).toMatchObject({
        length: 3,
        unit: 'month',
        extension: null,
        article: { ref: 'PEL 55(2)' },
      });
  });

  it('a promise is held against the limit as the county reads it', () => {
    const files = countyFiles();
    const promise = '\nlimits: { promised: { length: 25, unit: working_day, confidence: assumption } }\n';
    const overlays = [{ path: '150203/PREP.yaml', text: `code: PREP\nversion: '1'${promise}` }];
    const said = (readings: string) =>
      checkCounty({
        ...files,
        overlays,
        authority: { ...files.authority, text: files.authority.text.replace('matters:\n', `${readings}matters:\n`) },
      }).findings.map(({ message }) => message);
    expect(said('').join()).toMatch(/promised later than the law allows/);
    expect(said('readings: { privateEducationPeriods: working_days }\n').join()).not.toMatch(/promised later/);
  });

  it.each([
    ['O-3', 'closure_announce_before', { closureAnnouncement: 'filing' }, { start: 'filing' }],
    ['hearing', 'hearing_request', { hearingRequest: 'calendar_day' }, { unit: 'calendar_day' }],
    ['renewal', 'renewal_apply_before', { renewalNotice: 'working_day' }, { unit: 'working_day' }],
    ['P-23: nobody', 'reconsideration', { daysOff: 'nobody' }, { roll: 'none' }],
    ['P-23: everybody', 'prep_decision', { daysOff: 'everybody' }, { roll: 'next' }],
    ['P-23: the applicant', 'prep_decision', { daysOff: 'applicant' }, { roll: 'none' }],
    ['P-23: not backwards', 'renewal_apply_before', { daysOff: 'everybody' }, { roll: 'none' }],
  ] as const)('%s', (_, id, set, expected) => expect(rules(set)[id]).toMatchObject(expected));

  it('P-23: periods of a pack', () => {
    expect(rollOf('applicant', readingsOf({}))).toBe('next');
    expect(rollOf('bureau', readingsOf({}))).toBe('none');
    expect(rollOf('bureau', readingsOf({ daysOff: 'everybody' }))).toBe('next');
    expect(rollOf('applicant', readingsOf({ daysOff: 'nobody' }))).toBe('none');
  });

  it('O-5: the digits around a licence number', () =>
    expect(licenceNumber('150203', 'kindergarten', 1, { first: '2', last: '8' })).toBe('教民215020360000018'));

  it('O-10: a source that the county settled may found a refusal; the scope of the BER may not', () => {
    expect(isGround('KMR 5')).toBe(false);
    expect(isGround('KMR 5', { KMR: 'in_force' })).toBe(true);
    expect(isGround('BER 36')).toBe(true);
    expect(isGround('BER 36', { BER: 'not_applied' })).toBe(false);
    expect(isGround('PEL 12', { PEL: 'not_applied' })).toBe(true);
  });

  it('O-17: no fire paper for a small site, and one for a site whose size is not known yet', () => {
    const overlay = { '150203/EST-DIRECT.yaml': '\nmaterials: [{ id: PRM-FIRE, notBelowSquareMetres: 300 }]\n' };
    const pack = packsWith('{}', overlay).get('EST-DIRECT') as MatterPack;
    const asked = (siteAreaSquareMetres?: number) =>
      applicableLines(pack, siteAreaSquareMetres === undefined ? {} : { siteAreaSquareMetres }).some(
        ({ id }) => id === 'PRM-FIRE',
      );
    expect([asked(299), asked(300), asked()]).toEqual([false, true, true]);
  });

  it('the weight of an item on site', () => {
    const weight = (set: Partial<Readings>) =>
      newSiteChecklist('education', readingsOf(set)).find(({ id }) => id === 'ED-03')?.severity;
    expect([weight({}), weight({ checklist: { 'ED-03': 'rectify' } })]).toEqual(['veto', 'rectify']);
  });

  it('late renewals', () => {
    const codes = (set: Partial<Readings>) => conditionsOf('renewal', readingsOf(set)).map(({ code }) => code);
    expect(codes({})).not.toContain('RENEWAL_TOO_LATE');
    expect(codes({ lateRenewal: 'refused' })).toContain('RENEWAL_TOO_LATE');
  });

  it('V-15: when the colours change', () => {
    const at = (used: number) =>
      signal({ used, promised: 20, overStatutory: false }, { blue: 50, yellow: 80, yellowDaysLeft: 0 });
    expect([9, 10, 16, 20, 21].map(at)).toEqual(['green', 'blue', 'yellow', 'yellow', 'red']);
  });

  it.each([
    ['by_weight', 'fail', 'rectify'],
    ['all_rectified', 'rectify', 'rectify'],
    ['all_fail', 'fail', 'fail'],
  ] as const)('catalogue 9.3: scored %s', (siteScore, veto, rectify) => {
    const items = newSiteChecklist('education');
    const scored = (failed: string) =>
      judgeChecklist(
        items,
        items.map(({ id }) => ({ itemId: id, answer: id === failed ? 'fail' : 'pass', note: '演示说明' })),
        readingsOf({ siteScore }),
      ).result;
    expect([scored('ED-02'), scored('ED-04'), scored('none')]).toEqual([veto, rectify, 'pass']);
  });

  it('R-4(a), R-2: idle tasks, tickets on their rung, the public reason', () => {
    const calendar = officialCalendar();
    const [friday, slow] = [plainDate('2026-03-06'), readingsOf({ idleDays: 3, acknowledgeDays: 2, explainDays: 10 })];
    expect([1, 2, 3, 4].map((days) => isIdleTask(days))).toEqual([false, true, true, true]);
    expect([1, 2, 3, 4].map((days) => isIdleTask(days, slow))).toEqual([false, false, false, true]);
    expect([acknowledgeBy(friday, calendar), acknowledgeBy(friday, calendar, slow)]).toEqual([
      '2026-03-09',
      '2026-03-10',
    ]);
    const opened = { rung: 'officer', since: friday } as const;
    expect(climbs(opened, plainDate('2026-03-11'), calendar, slow)).toEqual([{ rung: 'section', since: '2026-03-10' }]);
    expect([explainBy(friday, calendar), explainBy(friday, calendar, slow)]).toEqual(['2026-03-13', '2026-03-20']);
  });

  it('MDR 30, CSL 76: a discussion, a declaration', () => {
    expect([2, 3, 4].map((n) => isDiscussion(n))).toEqual([false, true, true]);
    expect(isDiscussion(4, readingsOf({ fewestMembers: 5 }))).toBe(false);
    expect(firstDeclarationYear(plainDate('2026-03-02'), readingsOf({ declarationYears: 1 }))).toBe(2026);
  });

  it('ALL 5: what makes a case like another', () => {
    const facts = { institutionType: 'KG', stage: null, nature: 'non_profit', size: 100, grounds: [] };
    const earlier = {
      ...facts,
      nature: 'for_profit',
      caseId: 'a',
      number: '1',
      decidedOn: '2026-03-02',
      outcome: 'refuse',
    };
    const like = (set: Partial<Readings['likeness']>) =>
      nearestDecisions(facts, [earlier as Precedent], { ...readingsOf({}).likeness, ...set })[0]?.like;
    expect([like({}), like({ nature: 1 }), like({ alikeUpTo: 2 })]).toEqual([false, true, true]);
  });

  it('is part of every pack, and so of its hash', () => {
    const [plain, read] = [packsWith('{}'), packsWith('{ reChecks: 1 }')];
    expect(read.get('PREP')?.readings.reChecks).toBe(1);
    expect(read.get('PREP')?.hash).not.toBe(plain.get('PREP')?.hash);
  });
});
