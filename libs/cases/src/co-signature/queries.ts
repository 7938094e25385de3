import {
  CO_SIGNATURE_ARTICLE,
  cite,
  fieldsAsked,
  type Article,
  type DraftForm,
  type FormField,
} from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { asWritten, openFile, subjectOf } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { mustSee } from '../queries/list.js';
import { masked } from '../queries/masked.js';
import { toConfirm, type CoSignerStanding } from './standing.js';

/** One party as the others see it: who, why, and whether its word is there. No account, no number. */
export interface CoSignerView {
  party: string;
  kind: string;
  name: string;
  article: Article;
  seated: boolean;
  signedAt: string | null;
  overtaken: boolean;
  /** The reader speaks for it. */
  own: boolean;
}

const shown =
  ({ accountId: reader }: Actor) =>
  ({ party, kind, name, accountId, signedAt, overtaken }: CoSignerStanding): CoSignerView => ({
    party,
    kind,
    name,
    article: cite(CO_SIGNATURE_ARTICLE[kind]),
    seated: accountId !== null,
    signedAt: signedAt?.toISOString() ?? null,
    overtaken,
    own: accountId !== null && accountId === reader,
  });

/** For the applicant and the bureau: whose word is there, and whose is missing. */
export async function coSignersSeen(
  workshop: Workshop,
  sql: Sql,
  caseId: string,
  actor: Actor,
): Promise<{ contentHash: string; items: CoSignerView[] }> {
  await mustSee(sql, caseId, actor);
  const { contentHash, coSigners } = await toConfirm(sql, await openFile(sql, caseId, workshop), workshop.identityKey);
  return { contentHash, items: coSigners.map(shown(actor)) };
}

/** What a party confirms: the whole form as it would be filed, and every file. */
export interface ToSign {
  caseId: string;
  matter: string;
  matterName: { nameZh: string; nameEn: string };
  institutionName: string;
  state: string;
  contentHash: string;
  form: DraftForm;
  formFields: readonly FormField[];
  materials: { lineId: string; nameZh: string; nameEn: string; fileId: string; fileName: string }[];
  coSigners: CoSignerView[];
}

/** @throws Refusal CASE_NOT_FOUND for everybody who speaks for no party of it */
export async function toSign(workshop: Workshop, sql: Sql, caseId: string, actor: Actor): Promise<ToSign> {
  await mustBeParty(sql, caseId, actor);
  const file = await openFile(sql, caseId, workshop);
  const { contentHash, coSigners } = await toConfirm(sql, file, workshop.identityKey);
  if (!coSigners.some(({ accountId }) => accountId === actor.accountId)) throw new Refusal('CASE_NOT_FOUND');
  const written = asWritten(file);
  const { pack, row } = file;
  return {
    caseId,
    matter: row.matter,
    matterName: { nameZh: pack.nameZh, nameEn: pack.nameEn },
    institutionName: subjectOf({ ...file, form: written.form }).name,
    state: row.state,
    contentHash,
    form: masked(written.form),
    formFields: pack.onlineForm ? fieldsAsked(pack.onlineForm, written.form, file.institution?.fields) : [],
    materials: written.handIns.map(({ id, line_id, file_name }) => {
      const line = pack.materials.find((one) => one.id === line_id);
      return {
        lineId: line_id,
        nameZh: line?.nameZh ?? line_id,
        nameEn: line?.nameEn ?? line_id,
        fileId: id,
        fileName: file_name,
      };
    }),
    coSigners: coSigners.map(shown(actor)),
  };
}

/** @throws Refusal CASE_NOT_FOUND */
export async function mustBeParty(sql: Sql, caseId: string, { accountId }: Actor): Promise<void> {
  const [seat] = await sql.query('select 1 from co_signer_seat where case_id = $1 and account_id = $2 limit 1', [
    caseId,
    accountId,
  ]);
  if (!seat) throw new Refusal('CASE_NOT_FOUND');
}

/** A case in which one has a word. */
export interface CoSignListing {
  caseId: string;
  matter: string;
  institutionName: string;
  state: string;
  number: string | null;
  seatedAt: Date;
}

/** The cases in which this account speaks for a party, newest first. */
export const coSignedBy = (sql: Sql, { accountId }: Actor): Promise<CoSignListing[]> =>
  sql.query<CoSignListing>(
    `select c.id as "caseId", c.matter, c.institution_name as "institutionName", c.state, c.number, max(s.seated_at) as "seatedAt"
     from co_signer_seat s join licensing_case c on c.id = s.case_id where s.account_id = $1
     group by c.id order by max(s.seated_at) desc, c.id limit 100`,
    [accountId],
  );
