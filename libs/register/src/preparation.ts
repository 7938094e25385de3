import type { CaseForm, MatterPack, PlainDate } from '../../law/src/index.js';
import { Refusal, type IdSource, type Sql } from '../../platform/src/index.js';
import { charterSince } from './charter.js';
import { enterLicence, type OpenedLicence } from './register.js';
import { registerFields, typeOf, type Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

interface Formal {
  caseId: string;
  institution: Pick<Registered, 'id'>;
  form: CaseForm;
  pack: MatterPack;
  decidedOn: PlainDate;
  now: Date;
}

/**
 * 正式设立 (PEL 15, 17, 18): the entry that was being prepared becomes a licensed school; its name and its story stay. One
 * preparation gives one school: the entry is taken in the state in which it can be used, and in no other.
 * @throws Refusal PREPARATION_USED
 */
export async function establishPrepared(
  sql: Sql,
  ids: IdSource,
  { caseId, institution: { id: institutionId }, form, pack, decidedOn, now }: Formal,
): Promise<OpenedLicence> {
  const state = 'LICENSED_PENDING_REGISTRATION';
  const [taken] = await sql.query(
    `update institution set state = $2 where id = $1 and state = 'PREPARING' returning id`,
    [institutionId, state],
  );
  if (!taken) throw new Refusal('PREPARATION_USED', { article: 'PEL 15' });
  const licence = await enterLicence(sql, ids, {
    institutionId,
    caseId,
    kind: { ...form, institutionType: typeOf(form) },
    pack,
    decidedOn,
  });
  const { number: licenceNumber, validTo } = licence;
  const fields = {
    ...(await latestFields(sql, institutionId)),
    ...registerFields(form),
    ...charterSince(pack, form, decidedOn),
    ...{ licenceNumber, validFrom: decidedOn, validTo, state },
    preparedUntil: undefined,
  };
  const at = { institutionId, caseId, cause: 'establishPrepared', validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, fields);
  await setInstitutionTimer(sql, institutionId, validTo);
  return licence;
}
