import { compareDates } from '../../../law/src/index.js';
import { allowed, standingOf, type Facts } from '../../../procedures/src/index.js';
import type { CaseFile } from '../file-of-case.js';

/** What would be worse for somebody in a case that is carried over (新版流程): each keeps it where it is. */
export interface Objection {
  /** Another legal position · a worse day · a new demand · a verdict that is lost. */
  kind: 'position' | 'days' | 'demand' | 'verdict';
  /** What exactly, in the words of the code: a clock, a lane, an event, a fact. */
  what: string;
}

/** Everything that a case would lose by standing at `after` instead of `before`; both as of the same instant. */
export function objectionsTo(before: CaseFile, after: CaseFile): Objection[] {
  return [
    ...named('position', changedPosition(before, after)),
    ...named('days', worseDays(before, after)),
    ...named('demand', newDemands(before, after)),
    ...named('verdict', lostVerdicts(before.row.snapshot.context, after.row.snapshot.context)),
  ];
}

const named = (kind: Objection['kind'], what: string[]): Objection[] => what.map((each) => ({ kind, what: each }));

function changedPosition(before: CaseFile, after: CaseFile): string[] {
  const was = standingOf(before.procedure, before.row.snapshot);
  const is = standingOf(after.procedure, after.row.snapshot);
  return [
    ...(was.state === is.state ? [] : [`${was.state} → ${is.state}`]),
    ...(was.owner === is.owner ? [] : [`${was.owner} → ${is.owner}`]),
    ...was.clocks.filter((clock) => !is.clocks.includes(clock)),
    ...is.clocks.filter((clock) => !was.clocks.includes(clock)),
  ];
}

/** The applicant's days may grow and never shrink; those of the bureau may shrink and never grow. */
const worseDays = (before: CaseFile, after: CaseFile): string[] =>
  before.clocks.flatMap(({ id, whose, deadline }) => {
    const now = after.clocks.find((clock) => clock.id === id);
    if (!now) return [];
    const moved = compareDates(now.deadline.dueOn, deadline.dueOn);
    return (whose === 'applicant' ? moved < 0 : moved > 0) ? [id] : [];
  });

function newDemands(before: CaseFile, after: CaseFile): string[] {
  const lines = after.lines.filter(({ id }) => !before.lines.some((line) => line.id === id)).map(({ id }) => id);
  const lanes = Object.keys(after.row.snapshot.context.lanes).filter(
    (lane) => !(lane in before.row.snapshot.context.lanes),
  );
  const ways = allowed(after.procedure, after.row.snapshot, ['sponsor']).map(({ event }) => event);
  const closed = allowed(before.procedure, before.row.snapshot, ['sponsor']).filter(
    ({ event }) => !ways.includes(event),
  );
  return [...lines, ...lanes, ...closed.map(({ event }) => event)];
}

/** Facts that somebody has found and that a case must not have to find again. */
const FOUND = [
  'sheet',
  'committed',
  'correctionNotices',
  'unmetLinesTold',
  'evidence',
  'hearing',
  'extended',
  'outcome',
] as const;

function lostVerdicts(before: Facts, after: Facts): string[] {
  const facts = FOUND.filter((fact) => before[fact] !== after[fact]);
  const lanes = Object.entries(before.lanes).filter(
    ([lane, standing]) => standing === 'pass' && after.lanes[lane as keyof Facts['lanes']] !== 'pass',
  );
  return [...facts, ...lanes.map(([lane]) => lane)];
}
