import { GONE_STATES, type OnlineForm } from '../../../law/src/index.js';
import { say, type MessageKey } from '../../../platform/src/index.js';
import { registered } from '../../../register/src/index.js';
import { subjectOf } from '../file-of-case.js';
import type { Hearing } from './hearing.js';

/** 公告与双公示 (PER 22(1); SGS): what everybody may know of the grant, and nothing more. */
export async function announceGrant({ sql, file, ids }: Hearing): Promise<void> {
  const results = await resultsOf(sql, file);
  const opened = results[0]?.id ?? file.row.institution_id ?? (await institutionOpenedBy(sql, file.row.id));
  const found = opened ? await registered(sql, opened) : null;
  const { name, address } = subjectOf(file);
  const kind = kindOf(file);
  const year = file.pack.onlineForm === 'annual' ? found?.fields.annual?.at(-1) : undefined;
  const fields = {
    name: results.length > 0 ? results.map((one) => one.name).join('、') : name,
    address: results.length > 0 ? (found?.fields.address ?? address) : address,
    ...(found?.licence
      ? { licenceNumber: found.licence.number, validFrom: found.fields.validFrom, validTo: found.fields.validTo }
      : {}),
    ...(year ? { annualYear: year.year, annualResult: say('zh', `annual.${year.result}`) } : {}),
    authority: file.pack.authority.nameZh,
  };
  await sql.query(
    'insert into public_notice (id, case_id, kind, title, fields, published_at) values ($1, $2, $3, $4, $5, $6)',
    [
      ids.uuid(),
      file.row.id,
      kind,
      say('zh', `notice.${kind}.title` as MessageKey, { name }),
      JSON.stringify(fields),
      file.now,
    ],
  );
}

/** What kind of thing is announced. */
function kindOf({ pack: { code, onlineForm }, form }: Hearing['file']): string {
  if (code === 'TERM-REVOKE') return 'revocation';
  if (form.tutoringChange?.what === 'closing') return 'closure';
  return (onlineForm && KIND_OF[onlineForm]) ?? 'change';
}

const KIND_OF: Readonly<Partial<Record<OnlineForm, string>>> = {
  establishment: 'grant',
  preparation: 'preparation',
  formal_establishment: 'grant',
  renewal: 'renewal',
  reissue: 'reissue',
  inclusive: 'inclusive',
  quality: 'quality',
  closure: 'closure',
  tutoring: 'grant',
  centre_conversion: 'centre',
  merger: 'merger',
  division: 'division',
  annual: 'annual',
};

async function institutionOpenedBy(sql: Hearing['sql'], caseId: string): Promise<string | null> {
  const [row] = await sql.query<{ institution_id: string }>(
    'select institution_id from register_version where case_id = $1 limit 1',
    [caseId],
  );
  return row?.institution_id ?? null;
}

/** The schools that a merger or a division has left, by name; none for any other matter. */
const resultsOf = async (
  sql: Hearing['sql'],
  { row, pack }: Hearing['file'],
): Promise<{ id: string; name: string }[]> =>
  pack.onlineForm !== 'merger' && pack.onlineForm !== 'division'
    ? []
    : sql.query<{ id: string; name: string }>(
        `select i.id, i.name from register_version v join institution i on i.id = v.institution_id
         where v.case_id = $1 and v.cause in ('mergeInstitutions', 'divideInstitution') and i.state <> all($2)
         group by i.id, i.name order by min(v.ordinal)`,
        [row.id, GONE_STATES],
      );
