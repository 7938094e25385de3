import { plainDateOf, RUNGS } from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import { assembled, besideOf, COLUMNS, type Beside, type CaseFile, type FileTools } from '../file-of-case.js';
import type { Actor } from '../commands/command.js';
import { VERDICTS, type GivenVerdict, type StandingVerdict } from '../verdicts.js';
import { ASIDE, type Aside } from './aside.js';
import { DEMANDS, type Demanded } from './demands.js';
import { visibleTo } from './list.js';

/** What a page about one case says beside its file. */
export interface ReadCase {
  file: CaseFile;
  aside: Aside;
  demands: Demanded[];
  /** The standing verdicts of pre-reviews while it is a draft, afterwards those of intake. */
  verdicts: StandingVerdict[];
  /** What was found ok on some sheet. */
  ok: GivenVerdict[];
}

type Row = CaseFile['row'] & Pick<ReadCase, 'aside' | 'demands'> & { beside: Beside; given: GivenVerdict[] };

const list = (rows: string): string => `(select coalesce(json_agg(r), '[]') from (${rows}) r)`;

/** All of a case that `$1` may see, in one statement, so that all of it is of one moment. */
const textFor = (actor: Actor): string =>
  `select ${COLUMNS}, (select to_json(b) from (${besideOf('c.id', 'c.institution_id')}) b) as beside,
     ${ASIDE('c.id', '$3', '$4')} as aside, ${list(DEMANDS('c.id'))} as demands,
     ${list(VERDICTS('c.id'))} as given
   from licensing_case c where c.id = $2 and ${visibleTo(actor)}`;

/** @throws Refusal CASE_NOT_FOUND also for a case of somebody else: its existence is nobody's business */
export async function readCase(tools: FileTools, sql: Sql, caseId: string, actor: Actor): Promise<ReadCase> {
  const [found] = await sql.query<Row>(textFor(actor), [
    actor.accountId,
    caseId,
    plainDateOf(tools.clock.now()),
    RUNGS,
  ]);
  if (!found) throw new Refusal('CASE_NOT_FOUND');
  const { beside, aside, demands, given, ...row } = found;
  const file = await assembled(sql, tools, row, beside);
  const asked = row.number === null ? 'pre_review' : 'intake';
  return {
    file,
    aside,
    demands,
    verdicts: given.filter(({ stands, purpose }) => stands && purpose === asked),
    ok: given.filter(({ verdict }) => verdict === 'ok'),
  };
}
