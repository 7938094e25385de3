import {
  handle,
  matchInterests,
  remindAppointment,
  SYSTEM,
  tellDraws,
  tellTicket,
  wake,
  wakeAnnual,
  wakeInstitution,
  wakeTicket,
  type Workshop,
} from '../../cases/src/index.js';
import type { FileStore, PdfContent, PdfPress } from '../../documents/src/index.js';
import { derivedId, sqlOf } from '../../platform/src/index.js';
import { attest } from '../../inspections/src/index.js';
import { rollLogRoots } from '../../publicity/src/index.js';
import type { Job, JobName, Jobs } from './catalogue.js';

/** What handlers work with. */
export interface JobTools {
  workshop: Workshop;
  files: FileStore;
  press: PdfPress;
}

/** One handler for each job; the compiler says when one is missing. Each may run twice and does its work once. */
const HANDLERS: { [N in JobName]: (tools: JobTools, data: Jobs[N]) => Promise<void> } = {
  printDocument,
  announce: async ({ workshop }, { outboxId, caseId }) => {
    await handle(workshop, {
      commandId: derivedId(`publish ${outboxId}`),
      caseId,
      type: 'publish',
      payload: {},
      actor: SYSTEM,
    });
  },
  attest: async ({ workshop }, { visitId, department }) => {
    await attest(workshop, { visitId, department });
  },
  tellTicket: async ({ workshop }, data) => {
    await tellTicket(sqlOf(workshop.source), data, workshop.clock.now());
  },
  revealDraws: async ({ workshop }, { ofCase }) => {
    await tellDraws(workshop, ofCase);
  },
  matchInterests: async ({ workshop }, { accountId }) => {
    await matchInterests(workshop, accountId);
  },
  recomputeTimers,
  rollLogRoot: async ({ workshop }) => {
    await rollLogRoots(sqlOf(workshop.source), workshop.clock.now());
  },
  wake: async ({ workshop }, { caseId }) => {
    await wake(workshop, caseId);
  },
  wakeInstitution: async ({ workshop }, { institutionId }) => {
    await wakeInstitution(workshop, institutionId);
  },
  wakeAnnual: async ({ workshop }, { institutionId }) => {
    await wakeAnnual(workshop, institutionId);
  },
  remindAppointment: async ({ workshop }, { appointmentId }) => {
    await remindAppointment(workshop, appointmentId);
  },
  wakeTicket: async ({ workshop }, { ticketId }) => {
    await wakeTicket(workshop, ticketId);
  },
};

/** Runs a job; an error goes out of the handler, so that the queue can try again. */
export async function perform(tools: JobTools, job: Job): Promise<void> {
  await (HANDLERS[job.name] as (tools: JobTools, data: Jobs[JobName]) => Promise<void>)(tools, job.data);
}

/**
 * After a new calendar: each open case is woken, so that its alarms are those of its clocks as they are counted now. One
 * case that cannot be woken does not hold up the others; the batch is tried again.
 */
async function recomputeTimers({ workshop }: JobTools, { caseIds }: Jobs['recomputeTimers']): Promise<void> {
  const failed: unknown[] = [];
  for (const caseId of caseIds) await wake(workshop, caseId).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

/** Prints a document and, when it was the last of a decision, tells the case so. */
async function printDocument(
  { workshop, files, press }: JobTools,
  { documentId }: Jobs['printDocument'],
): Promise<void> {
  const sql = sqlOf(workshop.source);
  const [document] = await sql.query<{
    case_id: string;
    content: PdfContent;
    issued_at: Date;
    file_hash: string | null;
  }>('select case_id, content, issued_at, file_hash from document where id = $1', [documentId]);
  if (!document) return;
  if (document.file_hash === null) {
    const { hash, size, mediaType } = await files.keep(
      press.print(document.content, document.issued_at),
      'application/pdf',
    );
    await sql.query(
      'insert into stored_file (hash, size, media_type, created_at) values ($1, $2, $3, $4) on conflict (hash) do nothing',
      [hash, size, mediaType, workshop.clock.now()],
    );
    await sql.query('update document set file_hash = $2 where id = $1 and file_hash is null', [documentId, hash]);
  }
  await confirmWhenAllPrinted(workshop, document.case_id);
}

async function confirmWhenAllPrinted(workshop: Workshop, caseId: string): Promise<void> {
  const [decided] = await sqlOf(workshop.source).query<{ seq: number }>(
    `select e.seq from case_event e where e.case_id = $1 and (e.type in ('grant', 'refuse', 'enterFiling', 'returnFiling',
           'imposeRevocation', 'dropPenalty', 'concludeInspection') or e.payload->'facts'->>'renewal' = 'deemed'
         or e.payload->'facts'->>'consequence' = 'refuse')
       and not exists (select 1 from document d where d.case_id = $1 and d.file_hash is null)
       and not exists (select 1 from case_event c where c.case_id = $1 and c.type = 'confirmIssued')`,
    [caseId],
  );
  if (!decided) return;
  await handle(workshop, {
    commandId: derivedId(`confirmIssued ${caseId} ${decided.seq}`),
    caseId,
    type: 'confirmIssued',
    payload: {},
    actor: SYSTEM,
  });
}
