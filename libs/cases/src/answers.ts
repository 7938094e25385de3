import { canonicalJson, Refusal, sha256, type Transaction } from '../../platform/src/index.js';
import type { Command, CommandAnswer } from './commands/command.js';
import { besideOf, type Beside } from './file-of-case.js';
import { visibleTo } from './queries/list.js';

/** What makes two commands the same: case, kind, content and sender. */
export const bodyHashOf = ({ caseId, type, payload, actor }: Command): string =>
  sha256(canonicalJson({ caseId, type, payload, actor: actor.accountId }));

interface Answered {
  body_hash: string;
  answer: CommandAnswer;
}
/** What stands beside the case, whether the command was answered before, and whether the case is there for its sender, or gone (CSL 76). */
interface BesideFor extends Beside {
  answered: Answered | null;
  away: boolean;
  seen: boolean;
}

export const besideFor = (sql: Transaction, { commandId, caseId, actor }: Command): Promise<BesideFor[]> =>
  sql.query<BesideFor>(
    `${besideOf('$2', '(select institution_id from licensing_case where id = $2)')},
       (select json_build_object('body_hash', body_hash, 'answer', answer) from command_answer where command_id = $3) as answered,
       exists (select 1 from recusal where case_id = $2 and account_id = $1) as away,
       exists (select 1 from licensing_case c where c.id = $2 and ${visibleTo(actor)}) as seen`,
    [actor.accountId, caseId, commandId],
  );

/** The first answer to a command, to anybody who repeats it word for word. */
export function firstAnswer(row: Answered, bodyHash: string): CommandAnswer {
  if (row.body_hash !== bodyHash) throw new Refusal('COMMAND_ID_REUSED');
  return inOneOrder(row.answer);
}

/** The first answer and its repeats are equal to the letter; the database keeps keys in an order of its own. */
export const inOneOrder = (answer: CommandAnswer): CommandAnswer => JSON.parse(canonicalJson(answer)) as CommandAnswer;

/** Keeps the answer with the step that it answers, and gives it as every repeat will get it. */
export function keepAnswer(
  sql: Transaction,
  { commandId, actor }: Command,
  given: CommandAnswer,
  { bodyHash, at }: { bodyHash: string; at: Date },
): CommandAnswer {
  sql.send(
    'insert into command_answer (command_id, case_id, actor_id, body_hash, answer, at) values ($1, $2, $3, $4, $5, $6)',
    [commandId, given.caseId, actor.accountId, bodyHash, JSON.stringify(given), at],
  );
  return inOneOrder(given);
}
