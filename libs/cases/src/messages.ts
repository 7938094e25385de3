import { demandingPhraseIn, vaguePhraseIn } from '../../law/src/index.js';
import { Refusal, type Sql } from '../../platform/src/index.js';
import type { Actor } from './commands/command.js';
import { linesToAskFor } from './commands/verdict-sheet.js';
import { openFile, type CaseFile } from './file-of-case.js';
import type { Workshop } from './workshop.js';
import { mustSee } from './queries/list.js';

/** 留言: what was said about a case, by the applicant or by the bureau. */
export interface CaseMessage {
  id: string;
  side: 'applicant' | 'bureau';
  writer: string;
  words: string;
  sentAt: Date;
}

/** 内部备注: what officers tell each other about a case. */
export interface InternalNote {
  id: string;
  writer: string;
  words: string;
  writtenAt: Date;
}

interface At {
  caseId: string;
  actor: Actor;
}

/** The messages of a case, oldest first, for those who may see it. */
export async function messagesOf(sql: Sql, { caseId, actor }: At): Promise<CaseMessage[]> {
  await mustSee(sql, caseId, actor);
  return sql.query<CaseMessage>(
    `select m.id, m.side, a.display_name as writer, m.words, m.sent_at as "sentAt"
     from case_message m join account a on a.id = m.account_id where m.case_id = $1 order by m.ordinal`,
    [caseId],
  );
}

/**
 * Says something. It asks for nothing and changes nothing: no demand, no clock, no state comes of it (design 6.24).
 * @throws Refusal MESSAGE_DEMANDS with the phrase and the lines that a notice may ask for; FIELDS_INVALID REASON_VAGUE
 */
export async function sendMessage(
  workshop: Workshop,
  sql: Sql,
  { caseId, actor }: At,
  words: string,
): Promise<CaseMessage> {
  await mustSee(sql, caseId, actor);
  const file = await openFile(sql, caseId, workshop);
  if (!(await isHeard(sql, file))) throw new Refusal('MESSAGES_NOT_OPEN', { state: file.row.state });
  const side = file.row.sponsor_id === actor.accountId ? 'applicant' : 'bureau';
  if (side === 'bureau') refuseAsking(file, words);
  const [sent] = await sql.query<{ id: string; sentAt: Date }>(
    `insert into case_message (id, case_id, account_id, side, words, sent_at) values ($1, $2, $3, $4, $5, $6)
     returning id, sent_at as "sentAt"`,
    [workshop.ids.uuid(), caseId, actor.accountId, side, words, file.now],
  );
  if (!sent) throw new Error(`the message about case ${caseId} was not kept`);
  return { ...sent, side, writer: actor.displayName, words };
}

/** Only what the bureau has, or was asked to look at, is talked about: a draft is nobody's business. */
async function isHeard(sql: Sql, { row }: CaseFile): Promise<boolean> {
  if (row.number !== null) return true;
  return (await sql.query('select 1 from pre_review where case_id = $1 limit 1', [row.id])).length > 0;
}

function refuseAsking({ lines }: CaseFile, words: string): void {
  const asking = demandingPhraseIn(words);
  if (asking)
    throw new Refusal('MESSAGE_DEMANDS', {
      article: 'ALL 32(1)(4)',
      fields: [{ field: 'words', code: 'PHRASE_DEMANDS', params: { phrase: asking } }],
      lines: linesToAskFor(lines),
    });
  const vague = vaguePhraseIn(words);
  if (vague)
    throw new Refusal('FIELDS_INVALID', {
      article: 'ALL 32(1)(4)',
      fields: [{ field: 'words', code: 'REASON_VAGUE', params: { phrase: vague } }],
    });
}

/** The notes of the bureau; whoever the case is about never reads them, whatever else they may see. */
export async function notesOf(sql: Sql, at: At): Promise<InternalNote[]> {
  await mustBeBureau(sql, at);
  return sql.query<InternalNote>(
    `select n.id, a.display_name as writer, n.words, n.written_at as "writtenAt"
     from internal_note n join account a on a.id = n.account_id where n.case_id = $1 order by n.ordinal`,
    [at.caseId],
  );
}

export async function writeNote({ ids, clock }: Workshop, sql: Sql, at: At, words: string): Promise<InternalNote> {
  await mustBeBureau(sql, at);
  const id = ids.uuid();
  const writtenAt = clock.now();
  await sql.query(
    'insert into internal_note (id, case_id, account_id, words, written_at) values ($1, $2, $3, $4, $5)',
    [id, at.caseId, at.actor.accountId, words, writtenAt],
  );
  return { id, writer: at.actor.displayName, words, writtenAt };
}

/** @throws Refusal CASE_NOT_FOUND for the one whose case it is, too: there is nothing of theirs here */
async function mustBeBureau(sql: Sql, { caseId, actor }: At): Promise<void> {
  await mustSee(sql, caseId, actor);
  const [own] = await sql.query('select 1 from licensing_case where id = $1 and sponsor_id = $2', [
    caseId,
    actor.accountId,
  ]);
  if (own) throw new Refusal('CASE_NOT_FOUND');
}
