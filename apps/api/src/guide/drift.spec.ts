import {
  CONDITIONS,
  isPeriod,
  linesFor,
  officialCalendar,
  plainDate,
  type DeclaredFacts,
  type MatterPack,
} from '../../../../libs/law/src/index.js';
import { clocksOf } from '../../../../libs/cases/src/index.js';
import { PdfPress } from '../../../../libs/documents/src/index.js';
import { readPdfText, unbroken } from '../../../../libs/documents/src/pdf/testing/read-pdf.js';
import { BRANCHES, branchesOf, rehearse, rehearsedLog, type Branches } from '../../../../libs/publicity/src/index.js';
import { keptCertificates } from '../certificates.js';
import { DECISION_LIMITS } from '../../../../libs/procedures/src/index.js';
import { countyShelf } from '../county.js';
import { dutyRows, powerRow, serviceRow, isAppliedFor } from '../lists/rows.js';
import { wordsIn } from '../pages/words.js';
import { forPaper } from './blocks.js';
import { certificateView } from './certificate-view.js';
import { guideSections, type Guided } from './guide-sections.js';
import { checklistPaper, guidePaper } from './papers.js';

const certificates = keptCertificates(countyShelf());
const calendar = officialCalendar();
const t = wordsIn('zh', false);
const press = new PdfPress();
/** What nobody applies for has no promise, no papers and no lanes to differ in. */
const running = countyShelf()
  .running()
  .filter(({ pack }) => isAppliedFor(pack));
const today = plainDate('2026-03-02');

const shownBy = (pack: MatterPack): Guided => {
  const certificate = certificates.get(pack.code);
  return { pack, open: true, certificate: certificate ? certificateView(certificate) : null };
};

/** What the page, the paper, the checklist and the lists of one pack say, against what the workflow runs on. */
async function driftOf(shown: MatterPack, runs: (typeof running)[number]): Promise<string[]> {
  const { pack, procedure } = runs;
  const of = shownBy(shown);
  const page = unbroken(JSON.stringify(guideSections(t, of).map(({ blocks }) => blocks.map(forPaper))));
  const printing = { t, publicUrl: 'https://demo.example', demo: true, today };
  const paper = unbroken(await readPdfText(press.print(guidePaper(of, printing), new Date(0))));
  const duties = dutyRows({ pack: shown, open: true });
  const found: string[] = [];
  const check = (what: string, holds: boolean) => void (holds || found.push(what));

  // (a) exactly the lines that a case is asked for, in every situation
  for (const facts of situations()) {
    const sheet = checklistPaper(of, facts, printing).sections.find(({ title }) => title === t('paper.now'));
    const rows = (sheet?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const shownNames = rows.filter(([, role]) => !role?.startsWith(t('page.role.voluntary'))).map(([name]) => name);
    const asked = linesFor(pack, facts);
    check(
      'materials',
      sameSet(
        shownNames,
        asked.map(({ nameZh }) => nameZh),
      ),
    );
    for (const { nameZh } of asked) {
      check('materials on the page', page.includes(unbroken(nameZh)));
      check('materials on paper', paper.includes(unbroken(nameZh)));
    }
  }

  // (b) the limits shown are those that the clocks of a case count
  const log = [
    {
      seq: 1,
      type: 'submit' as const,
      state: 'RECEIVED',
      owner_role: 'windowClerk' as const,
      legal_date: today,
      payload: { expiresOn: '2026-09-01' },
    },
    {
      seq: 2,
      type: 'accept' as const,
      state: 'IN_REVIEW',
      owner_role: 'reviewer' as const,
      legal_date: today,
      payload: {},
    },
  ];
  const clocks = clocksOf(log, procedure.clocks, {
    pack,
    known: procedure.clocks,
    calendar,
    asOf: today,
    closed: false,
  });
  const dueOn = (id: string) => clocks.find((clock) => clock.id === id)?.deadline.dueOn;
  const promise = shown.limits.promised;
  const bare = rehearse({ pack: shown, procedure, calendar, from: today, expiresOn: plainDate('2026-09-01') });
  const answer = procedure.clocks.includes('filing_check')
    ? [pack.code === 'ANNUAL' ? 'concludedByBureau' : 'filedByBureau', 'filing_check']
    : ['accepted', 'correction_or_acceptance'];
  check('answer', bare.find(({ id }) => id === answer[0])?.on === dueOn(answer[1] ?? ''));
  check('promise on the page', promise !== null && page.includes(unbroken(t.span(promise))));
  check('promise on paper', promise !== null && paper.includes(unbroken(t.span(promise))));
  check('promise', promise?.length === pack.limits.promised?.length && promise?.unit === pack.limits.promised?.unit);
  check(
    'promise of the lists',
    duties.find(({ step }) => ['decide', 'check', 'inspect'].includes(step))?.limit?.length ===
      pack.limits.promised?.length &&
      serviceRow({ pack: shown, open: true }).promised?.length === pack.limits.promised?.length,
  );
  const { statutory } = pack.limits;
  if (isPeriod(statutory)) {
    check('statutory on the page', page.includes(unbroken(`${t.span(statutory)}（${statutory.article.zh}）`)));
    check(
      'statutory of the lists',
      duties.find(({ step }) => step === 'statutory')?.limit?.length === statutory.length,
    );
  }
  for (const id of ['promised_decision', ...DECISION_LIMITS, 'renewal_decision'] as const)
    if (procedure.clocks.includes(id)) check(`clock ${id}`, dueOn(id) === clockOn(shown, procedure.clocks, id, log));

  // (c) the trips shown are no fewer than the most that was proved
  const worst = certificates.get(pack.code)?.properties.find(({ id }) => id === 'a')?.worst;
  check('trips', shown.maxTrips === pack.maxTrips && Number(worst) <= shown.maxTrips);
  check('trips of the lists', serviceRow({ pack: shown, open: true }).trips === pack.maxTrips);
  check('trips on paper', paper.includes(unbroken(t('page.guide.tripsAtMost', { n: pack.maxTrips }))));

  // (d) the lanes shown are those that the procedure waits for
  check(
    'lanes',
    sameSet(
      shown.attestations.map(({ lane }) => lane),
      procedure.input.lanes,
    ),
  );
  for (const { lane, nameZh } of pack.attestations)
    check(`lane ${lane}`, page.includes(unbroken(nameZh)) && paper.includes(unbroken(nameZh)));
  check('power', powerRow({ pack: shown, open: true }).powerCode === pack.powerCode);
  return [...new Set(found)];
}

const clockOn = (
  pack: MatterPack,
  known: Parameters<typeof clocksOf>[1],
  id: string,
  log: Parameters<typeof clocksOf>[0],
) =>
  clocksOf(log, known, { pack, known, calendar, asOf: today, closed: false }).find((clock) => clock.id === id)?.deadline
    .dueOn;

const sameSet = (a: readonly (string | undefined)[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n');

/** Nobody can declare an agent yet; of the rest, all and none. */
function* situations(): Generator<DeclaredFacts> {
  for (const yes of [true, false]) yield Object.fromEntries(CONDITIONS.map((fact) => [fact, yes]));
}

describe('nothing that is shown drifts from what runs', () => {
  it.each(running)('$pack.code', async (matter) => {
    expect(await driftOf(matter.pack, matter)).toEqual([]);
  });

  const [matter] = running;
  if (!matter) throw new Error('nothing runs');
  const changed = (change: (pack: MatterPack) => void): MatterPack => {
    const copy = structuredClone(matter.pack);
    change(copy);
    return copy;
  };
  it.each<[string, (pack: MatterPack) => unknown, string]>([
    ['another promise', ({ limits }) => limits.promised && Object.assign(limits.promised, { length: 21 }), 'promise'],
    [
      'another statutory limit',
      ({ limits }) => Object.assign(limits.statutory, { length: 4 }),
      'clock establish_decision',
    ],
    ['one more trip', (pack) => Object.assign(pack, { maxTrips: 2 }), 'trips'],
    ['a line less', (pack) => Object.assign(pack, { materials: pack.materials.slice(1) }), 'materials'],
    ['a lane less', (pack) => Object.assign(pack, { attestations: pack.attestations.slice(1) }), 'lanes'],
    [
      'another name of a line',
      ({ materials }) => Object.assign(materials[2] ?? {}, { nameZh: '另一份材料' }),
      'materials',
    ],
  ])('a copy with %s is noticed', async (_, change, noticed) => {
    expect(await driftOf(changed(change), matter)).toContain(noticed);
  });
});

describe('a rehearsal goes only ways that the chart has', () => {
  it.each(running)('$pack.code, with every branch and with all', ({ pack, procedure }) => {
    const steps = new Set(
      certificates.get(pack.code)?.flow.steps.map(({ from, event, to }) => `${from} ${event} ${to}`),
    );
    const all: Branches = Object.fromEntries(BRANCHES.map((branch) => [branch, true]));
    for (const branches of [{}, ...BRANCHES.map((branch) => ({ [branch]: true })), all]) {
      let at = 'DRAFT';
      for (const { type, state } of rehearsedLog({ pack, procedure, calendar, from: today, branches })) {
        // an effect of law may pass through a state in one step; within a state nothing is drawn
        const way = at === state || steps.has(`${at} ${type} ${state}`) || reaches(steps, at, type, state);
        expect([pack.code, at, type, state, way]).toEqual([pack.code, at, type, state, true]);
        at = state;
      }
    }
    expect(branchesOf({ pack, procedure }).length).toBeGreaterThan(0);
  });

  /** Steps that the rehearsal leaves out because they take no day: conclusions, proposals, legality review. */
  function reaches(steps: ReadonlySet<string>, from: string, event: string, to: string): boolean {
    const seen = new Set([from]);
    for (const state of seen) {
      if (steps.has(`${state} ${event} ${to}`)) return true;
      for (const step of steps) {
        const [at = '', type, next = ''] = step.split(' ');
        if (at === state && type !== 'withdraw') seen.add(next);
      }
    }
    return false;
  }
});
