import { EXPLAINERS, plainDateOf } from '../../../law/src/index.js';
import { inTransaction, Refusal } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { openFile, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { refuseRecused } from '../recusal/refuse-recused.js';
import { lockTicket, spoken } from './climb.js';

/**
 * 公开说明: why the bureau missed a promise, written by a head of the bureau, once, for everybody to read. Nobody is named
 * in it: neither a person nor the school, neither a telephone nor a number.
 * @throws Refusal TICKET_NOT_FOUND, EXPLANATION_NOT_DUE, EXPLANATION_NOT_YOURS, EXPLANATION_WRITTEN, FIELDS_INVALID
 */
export async function explainPromise(
  workshop: Workshop,
  { ticketId, actor }: { ticketId: string; actor: Actor },
  words: string,
): Promise<void> {
  const reason = spoken('reason', words);
  await inTransaction(workshop.source, async (sql) => {
    const ticket = await lockTicket(sql, ticketId);
    if (!ticket) throw new Refusal('TICKET_NOT_FOUND');
    if (!EXPLAINERS.some((role) => actor.roles.includes(role))) throw new Refusal('EXPLANATION_NOT_YOURS');
    if (ticket.caseId) await refuseRecused(sql, ticket.caseId, actor);
    if (ticket.matter !== 'promiseMissed' || !ticket.caseId) throw new Refusal('EXPLANATION_NOT_DUE');
    const file = await openFile(sql, ticket.caseId, workshop);
    if (namesSomebody(reason, file))
      throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'reason', code: 'NAMES_SOMEBODY' }] });
    const now = workshop.clock.now();
    const [written] = await sql.query(
      `insert into promise_explanation (ticket_id, reason, account_id, legal_date, written_at) values ($1, $2, $3, $4, $5)
       on conflict (ticket_id) do nothing returning 1 as done`,
      [ticketId, reason, actor.accountId, plainDateOf(now), now],
    );
    if (!written) throw new Refusal('EXPLANATION_WRITTEN');
  });
}

/** Telephones, identity numbers, credit codes: no reason needs them. */
const NUMBER = /[0-9０-９][0-9０-９Xx\s-]{5,}/;
const LEAST_NAME = 2;

/** Whether a text holds a name or a number that stands in the application. Spaces do not hide a name. */
function namesSomebody(text: string, { form, institution, row }: CaseFile): boolean {
  const plain = text.replace(/\s/g, '');
  const names = [...namesIn(form), row.institution_name, institution?.fields.name ?? ''];
  return (
    NUMBER.test(text) || names.some((name) => name.length >= LEAST_NAME && plain.includes(name.replace(/\s/g, '')))
  );
}

/** Every value of the form that is a name: of a person, an organisation, a school. */
function namesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /name$/i.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => namesIn(one, inner));
}
