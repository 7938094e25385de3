import { alphabet, decide, type CaseSnapshot, type EventType, type Procedure } from '../../../procedures/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Workshop } from '../workshop.js';
import type { Light } from '../supervision/light.js';
import { lightsOf } from '../supervision/lights.js';
import type { Behind, CaseListing, listCases } from './list.js';

/** Steps that a case waits for from its applicant, or that are offered to them: not those that only end it. */
const OWN_STEPS: readonly EventType[] = [
  'submit',
  'supplyCorrections',
  'reportRectified',
  'signCommitment',
  'supplyTolerated',
  'requestHearing',
  'confirmHearingRecord',
  'recordRegistration',
  'reportLiquidation',
];

/** A page of cases as its reader sees it: each with its light, and with what its applicant can do now. */
export async function dressed(
  workshop: Workshop,
  sql: Sql,
  { items, next }: Awaited<ReturnType<typeof listCases>>,
): Promise<{ items: (CaseListing & { light: Light | null; can: EventType[] })[]; next: string | null }> {
  const running = items.filter(({ behind }) => behind.runs).map(({ id, behind }) => ({ id, ...behind }));
  const lights = await lightsOf(workshop, sql, running, items[0]?.behind.calendar);
  const shown = items.map(async ({ behind, ...item }) => ({
    ...item,
    light: lights.get(item.id) ?? null,
    can: await ownSteps(workshop, sql, behind),
  }));
  return { items: await Promise.all(shown), next };
}

/** Nothing for a case of somebody else. */
async function ownSteps(workshop: Workshop, sql: Sql, behind: Behind): Promise<EventType[]> {
  if (!behind.own) return [];
  const matter = await workshop.shelf.runningUnder(sql, behind);
  return matter ? possible(matter.procedure, behind.own) : [];
}

/** Only the steps of applicants are tried: a list asks for this in every one of its cases. */
function possible(procedure: Procedure, snapshot: CaseSnapshot): EventType[] {
  const own = alphabet(procedure.input).filter(({ type }) => OWN_STEPS.includes(type));
  const open = own.filter((event) => !decide(procedure, snapshot, event, 'sponsor').refused);
  return OWN_STEPS.filter((step) => open.some(({ type }) => type === step));
}
