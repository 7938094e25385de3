import { addDays, plainDate, type PlainDate } from '../../../../../libs/law/src/index.js';
import type { components } from '../../../../../libs/client/src/index.js';
import type { Stage } from '../stage.js';

export type Ticket = components['schemas']['Ticket'];

/** One account of every role that there is; whoever it is may try. */
export const EVERYBODY = [
  'sponsor',
  'clerk',
  'reviewer',
  'legal',
  'head',
  'registrar',
  'supervisor',
  'section',
  'discipline',
  'edu1',
  'health1',
  'market1',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;

/** How long to look for something that the system does by itself. */
const PATIENCE_MS = 60_000;

/** Asks until the answer is there. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const found = await ask();
    if (found !== null && found !== undefined) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Ten in the morning of a day, unless that has passed already. */
export async function moveTo(stage: Stage, day: PlainDate): Promise<void> {
  const { body } = await stage.send('sysadmin', 'GET', '/api/clock');
  if (String(body['today']) >= day) return;
  const { status } = await stage.send('sysadmin', 'POST', '/api/clock', { to: `${day}T10:00:00+08:00` });
  if (status >= 400) throw new Error(`the clock did not move to ${day}`);
}

export const dayAfter = (day: string, days = 1): PlainDate => addDays(plainDate(day), days);

export async function ticketsOf(stage: Stage, caseId: string): Promise<Ticket[]> {
  const found: Ticket[] = [];
  for (const state of ['open', 'acknowledged'])
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await stage.send(
        'supervisor',
        'GET',
        `/api/desk/tickets?scope=all&limit=100&state=${state}${more}`,
      );
      found.push(...((body['items'] as Ticket[] | undefined) ?? []));
      cursor = (body['next'] as string | null | undefined) ?? null;
    }
  return found.filter((ticket) => ticket.caseId === caseId);
}

export const ticketOf = (stage: Stage, caseId: string, matter: string, rung = 'officer'): Promise<Ticket> =>
  until(`${matter} on the rung ${rung}`, async () =>
    (await ticketsOf(stage, caseId)).find((one) => one.matter === matter && one.rungs.some((at) => at.rung === rung)),
  );

/** The last day of a clock of a case. */
export async function dueOn(stage: Stage, caseId: string, clock: string): Promise<string> {
  const { clocks } = await stage.view(caseId);
  return clocks.find(({ id }) => id === clock)?.deadline.dueOn ?? '';
}
