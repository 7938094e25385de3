import { cite, plainDateOf, type Article, type DemandKind, type MatterPack } from '../../../law/src/index.js';
import { say, type MessageKey } from '../../../platform/src/index.js';
import { lineContentHash, type CaseFile } from '../file-of-case.js';
import type { StandingVerdict } from '../verdicts.js';

/** 要求: something asked of the applicant, with the line it rests on; `supplied`: the bureau's turn to look. */
export interface DemandView {
  lineId: string;
  nameZh: string;
  nameEn: string;
  kind: DemandKind;
  reason: string | null;
  basis: readonly Article[];
  madeOn: string;
  /** The last day, where a clock of the applicant runs for it. */
  dueOn: string | null;
  state: 'open' | 'supplied' | 'met' | 'over';
}

/** A row of what was asked, as the view reads it. */
export interface Demanded {
  line_id: string;
  kind: DemandKind;
  seq: number;
  reason: string | null;
  made_at: string;
}

/** @param caseId SQL of the case's id */
export const DEMANDS = (caseId: string): string =>
  `select d.line_id, d.kind, d.seq, d.reason, d.made_at from demand d where d.case_id = ${caseId}
     and (d.kind <> 'visit' or d.seq = (select max(seq) from demand where case_id = ${caseId} and kind = 'visit'))
   order by d.seq desc, d.line_id`;

/** Everything that was asked of the applicant of this case, newest first: from the rows, and from nothing else. */
export function demandsOf(
  rows: readonly Demanded[],
  verdicts: readonly Pick<StandingVerdict, 'line_id' | 'verdict' | 'reason' | 'content_hash'>[],
  file: CaseFile,
): DemandView[] {
  return rows.map((row) => {
    const verdict = verdicts.find(({ line_id }) => line_id === row.line_id);
    const state = isOfMaterial(row) ? stateOfLine(row, verdict, file) : stateOfStep(row, file);
    return {
      lineId: row.line_id,
      ...namedIn(file.pack, row.line_id),
      kind: row.kind,
      reason: (verdict?.verdict === 'deficient' ? verdict.reason : null) ?? row.reason,
      madeOn: plainDateOf(new Date(row.made_at)),
      state: state !== 'met' && file.row.closed_at !== null ? 'over' : state,
      dueOn: state === 'open' ? dueOn(row, file) : null,
    };
  });
}

/** Under a line of the pack that is handed in. */
export const isOfMaterial = ({ kind }: Pick<Demanded, 'kind'>): boolean => kind === 'correction' || kind === 'proof';

function stateOfLine(
  { line_id }: Demanded,
  verdict: { verdict: string; content_hash: string | null } | undefined,
  file: CaseFile,
): DemandView['state'] {
  const line = file.lines.find(({ id }) => id === line_id);
  if (!line || verdict?.verdict !== 'deficient') return 'met';
  return lineContentHash(line, file) === verdict.content_hash ? 'open' : 'supplied';
}

function stateOfStep({ kind, seq, line_id }: Demanded, { log, row }: CaseFile): DemandView['state'] {
  const since = log.filter((entry) => entry.seq > seq);
  const result = since.findLast(({ payload }) => payload['lane'] === line_id)?.payload['result'];
  switch (kind) {
    case 'visit':
      return result ? 'met' : 'open';
    case 'report':
      return row.state === 'SPECIAL_PROCEDURE' ? 'open' : 'met';
    default:
      if (result === 'pass') return 'met';
      return since.some(({ type }) => type === 'reportRectified') ? 'supplied' : 'open';
  }
}

const CLOCKS_OF: Partial<Record<DemandKind, readonly string[]>> = {
  correction: ['correction_period', 'cure_period'],
  proof: ['correction_period', 'cure_period'],
  rectification: ['rectification_period'],
};

const dueOn = ({ kind }: Demanded, { clocks }: CaseFile): string | null =>
  clocks.find(({ id, status }) => CLOCKS_OF[kind]?.includes(id) && status === 'running')?.deadline.dueOn ?? null;

/** The line as the pack of the case has it. */
function namedIn(
  { materials, attestations }: MatterPack,
  lineId: string,
): Pick<DemandView, 'nameZh' | 'nameEn' | 'basis'> {
  const line = materials.find(({ id }) => id === lineId) ?? attestations.find(({ lane }) => lane === lineId);
  if (line) return { nameZh: line.nameZh, nameEn: line.nameEn, basis: line.basis };
  const key = `ground.${lineId}` as MessageKey;
  return { nameZh: say('zh', key), nameEn: say('en', key), basis: [cite('ALL 45')] };
}
