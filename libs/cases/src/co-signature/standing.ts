import { coSignersOf, type CoSigner } from '../../../law/src/index.js';
import { keyedHash, type Sql } from '../../../platform/src/index.js';
import { asWritten, contentHash, type CaseFile } from '../file-of-case.js';
import { holderOf } from '../institution-of.js';

/** One party of a case and how far it has come: invited, seated, and whether its word is on what is written now. */
export interface CoSignerStanding extends CoSigner {
  party: string;
  /** Whose account speaks for it; null while nobody took the seat. */
  accountId: string | null;
  /** When it confirmed exactly this content; null where it has not. */
  signedAt: Date | null;
  /** It confirmed something that has been changed since. */
  overtaken: boolean;
}

/** What there is to confirm now: the content as it would be submitted, under its hash, and who has confirmed it. */
export interface ToConfirm {
  contentHash: string;
  coSigners: CoSignerStanding[];
}

/** A party by who it is: another person in its place is another party, with a seat of its own. */
const partyOf = (key: string, { kind, identity }: CoSigner): string =>
  `${kind}-${keyedHash(key, `${kind}|${identity}`).slice(0, 16)}`;

export async function toConfirm(sql: Sql, file: CaseFile, identityKey: string): Promise<ToConfirm> {
  const written = asWritten(file);
  const hash = contentHash(written);
  const named = coSignersOf(file.pack.onlineForm, written.form, await registeredThen(sql, file));
  const wanted = await besideApplicant(sql, file, named);
  if (wanted.length === 0) return { contentHash: hash, coSigners: [] };
  const rows = await sql.query<{ party: string; accountId: string; signedAt: Date | null; any: boolean }>(
    `select s.party, s.account_id as "accountId",
       (select signed_at from co_signature c where c.case_id = s.case_id and c.party = s.party and c.content_hash = $2) as "signedAt",
       exists (select 1 from co_signature c where c.case_id = s.case_id and c.party = s.party) as any
     from co_signer_seat s where s.case_id = $1`,
    [file.row.id, hash],
  );
  return {
    contentHash: hash,
    coSigners: wanted.map((one) => {
      const party = partyOf(identityKey, one);
      const seat = rows.find((row) => row.party === party);
      const signedAt = seat?.signedAt ?? null;
      return {
        ...one,
        party,
        accountId: seat?.accountId ?? null,
        signedAt,
        overtaken: seat?.any === true && signedAt === null,
      };
    }),
  };
}

/** Whoever runs several of the schools that merge gives one word for them: the submission. */
async function besideApplicant(sql: Sql, { row }: CaseFile, named: readonly CoSigner[]): Promise<CoSigner[]> {
  const others: CoSigner[] = [];
  for (const one of named)
    if (one.kind !== 'merging_school' || (await holderOf(sql, one.identity)) !== row.sponsor_id) others.push(one);
  return others;
}

/** The sponsors whom the register had when this was filed: what a grant has made of them changes no party afterwards. */
async function registeredThen(
  sql: Sql,
  { row, institution, log }: CaseFile,
): Promise<{ sponsors: readonly string[] } | null> {
  const filed = log.find(({ type }) => type === 'submit');
  if (!institution || !filed) return institution?.fields ?? null;
  const [then] = await sql.query<{ sponsors: string[] }>(
    `select fields->'sponsors' as sponsors from register_version where institution_id = $1 and recorded_at <= $2
       and case_id is distinct from $3
     order by ordinal desc limit 1`,
    [institution.id, filed.at, row.id],
  );
  return then ?? institution.fields;
}
