import type { Department } from '../../law/src/index.js';

/**
 * All jobs in one list, name and payload together. A payload is JSON and holds references, never content: the worker
 * reads the present state and quietly drops what has become stale.
 */
export interface Jobs {
  printDocument: { outboxId: string; documentId: string };
  announce: { outboxId: string; caseId: string; subject: 'grant' };
  attest: { outboxId: string; caseId: string; visitId: string; department: Department };
  tellTicket: { outboxId: string; ticketId: string; rung: number };
  revealDraws: { outboxId: string; ofCase: string };
  matchInterests: { outboxId: string; accountId: string };
  recomputeTimers: { outboxId: string; caseIds: string[] };
  rollLogRoot: { outboxId: string };
  wake: { caseId: string };
  wakeInstitution: { institutionId: string };
  wakeAnnual: { institutionId: string };
  remindAppointment: { appointmentId: string };
  wakeTicket: { ticketId: string };
}
export type JobName = keyof Jobs;
export type Job = { [N in JobName]: { name: N; data: Jobs[N] } }[JobName];
