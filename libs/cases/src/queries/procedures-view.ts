import type { ExcludedGround } from '../../../law/src/index.js';
import { openableGrounds } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { effectOfOpen, type ExclusionEffect } from '../exclusion-effect.js';
import type { CaseFile } from '../file-of-case.js';
import { offerOf } from '../tolerated.js';
import { unmetLines } from '../verdicts.js';

export interface ToleranceView {
  stage: 'offered' | 'signed' | 'withApplicant' | 'withClerk';
  lines: { lineId: string; nameZh: string; nameEn: string; reason: string; changed: boolean }[];
  cureOn: string;
  /** What the applicant signs for, as it stands now; null once it is signed. */
  contentHash: string | null;
  consequence: string;
}
export interface HearingView {
  stage: 'told' | 'requested' | 'announced' | 'recorded' | 'closed';
  requestBy: string | null;
  holdBy: string | null;
  heldOn: string | null;
  place: string | null;
  chair: string | null;
  record: string | null;
  attended: string | null;
  contentHash: string | null;
  signed: boolean;
  parties: { name: string; interest: string }[];
}
export interface ProceduresView {
  tolerance: ToleranceView | null;
  specialProcedure: ExclusionEffect | null;
  openableGrounds: readonly ExcludedGround[];
  hearing: HearingView | null;
}

/** Tolerance, special procedure and hearing of a case, in the same words for both sides. */
export async function proceduresOf(sql: Sql, file: CaseFile, shown: CaseFile): Promise<ProceduresView> {
  return {
    tolerance: await toleranceOf(sql, file, shown),
    specialProcedure: effectOfOpen(file),
    openableGrounds: openableGrounds(file.procedure, file.row.snapshot),
    hearing: await hearingOf(sql, file),
  };
}

async function toleranceOf(sql: Sql, file: CaseFile, shown: CaseFile): Promise<ToleranceView | null> {
  const stage = stageOf(file);
  if (!stage) return null;
  const offer = stage === 'offered' ? await offerOf(sql, file) : null;
  if (stage === 'offered' && !offer) return null;
  const clock = file.clocks.find(({ id }) => id === 'cure_period')?.deadline.dueOn;
  const signed = file.log.findLast(({ type }) => type === 'signCommitment')?.payload['cureOn'];
  return {
    stage,
    lines: (await unmetLines(sql, shown)).map(({ line, reason, changed }) => ({
      lineId: line.id,
      nameZh: line.nameZh,
      nameEn: line.nameEn,
      reason,
      changed,
    })),
    cureOn: offer?.cureOn ?? clock ?? String(signed),
    contentHash: offer?.contentHash ?? null,
    consequence: file.pack.toleranceFailure,
  };
}

function stageOf({ row, log }: CaseFile): ToleranceView['stage'] | null {
  const { sheet, committed } = row.snapshot.context;
  if (row.state === 'RECEIVED' || row.state === 'CORRECTION_SUPPLIED')
    return sheet !== 'tolerable' ? null : committed ? 'signed' : 'offered';
  if (row.closed_at || !log.some(({ type }) => type === 'acceptTolerantly')) return null;
  const last = log.findLast(({ type }) => ['acceptTolerantly', 'supplyTolerated', 'judgeTolerated'].includes(type));
  if (last?.type === 'supplyTolerated') return 'withClerk';
  return (last?.payload['facts'] as { lines?: string } | undefined)?.lines === 'cured' ? null : 'withApplicant';
}

interface Held {
  held_on: string | null;
  place: string | null;
  chair: string | null;
  record: string | null;
  attended: string | null;
  content_hash: string | null;
  signed: boolean;
  parties: { name: string; interest: string }[];
}

async function hearingOf(sql: Sql, file: CaseFile): Promise<HearingView | null> {
  const done = (type: string): boolean => file.log.some((entry) => entry.type === type);
  if (!done('tellHearingRight')) return null;
  const [held] = await sql.query<Held>(
    `select h.held_on::text as held_on, h.place, a.display_name as chair, r.record, r.attended, r.content_hash,
       exists (select 1 from hearing_signature s where s.case_id = c.id) as signed,
       (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'interest', interest) order by ordinal), '[]')
          from hearing_party where case_id = c.id) as parties
     from licensing_case c left join hearing h on h.case_id = c.id left join account a on a.id = h.chair_id
       left join hearing_record r on r.case_id = c.id where c.id = $1`,
    [file.row.id],
  );
  const dueOn = (clock: string) => file.clocks.find(({ id }) => id === clock)?.deadline.dueOn ?? null;
  return {
    stage: hearingStage(done),
    requestBy: dueOn('hearing_request'),
    holdBy: dueOn('hearing_held'),
    heldOn: held?.held_on ?? null,
    place: held?.place ?? null,
    chair: held?.chair ?? null,
    record: held?.record ?? null,
    attended: held?.attended ?? null,
    contentHash: held?.content_hash ?? null,
    signed: held?.signed ?? false,
    parties: held?.parties ?? [],
  };
}

function hearingStage(done: (type: string) => boolean): HearingView['stage'] {
  if (done('confirmHearingRecord') || done('closeHearingRecord')) return 'closed';
  if (done('recordHearing')) return 'recorded';
  if (done('serveHearingNotice')) return 'announced';
  if (done('requestHearing')) return 'requested';
  return done('lapseHearingRequest') ? 'closed' : 'told';
}
