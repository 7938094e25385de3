import { checkCreditCode, registrarMatches } from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { CaseFile } from '../file-of-case.js';
import { pastDay } from './attestation.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';
import * as windingUp from './winding-up.js';

const faulty = (field: string, code: string): Refusal =>
  new Refusal('FIELDS_INVALID', { fields: [{ field: `payload.${field}`, code }] });

/**
 * 登记反馈 (PEL 19(4); NGO 15): whose registration came back. A case that opened several schools says of which one it is;
 * one that opened none speaks of the school that goes on.
 */
export async function recordRegistration(
  hearing: Hearing,
  { creditCode, registeredOn, licenceNumber }: PayloadOf<'recordRegistration'>,
): Promise<Prepared<'recordRegistration'>> {
  const { sql, file } = hearing;
  const check = checkCreditCode(creditCode);
  if (!check.ok) throw faulty('creditCode', check.code);
  if (!registrarMatches(creditCode, file.form.nature ?? natureOf(file))) throw faulty('creditCode', 'CREDIT_CODE_KIND');
  const awaited = await awaitedRegistrations(sql, file);
  return {
    event: { type: 'recordRegistration', registered: awaited.length > 1 ? 'some' : 'all' },
    payload: {
      creditCode,
      institutionId: chosen(awaited, file, licenceNumber),
      // 先证后照: a registration that rests on the licence cannot be older than it (PEL 19(4))
      registeredOn: pastDay(hearing, registeredOn, 'registeredOn', windingUp.grantedOn(hearing)),
    },
  };
}

const natureOf = ({ institution }: CaseFile): 'for_profit' | 'non_profit' =>
  institution?.fields.nature === 'for_profit' ? 'for_profit' : 'non_profit';

interface Awaited {
  number: string;
  institutionId: string;
}

/** The schools that this case has opened and that have no code yet. */
const awaitedRegistrations = (sql: Sql, { row }: CaseFile): Promise<Awaited[]> =>
  sql.query<Awaited>(
    `select l.number, l.institution_id as "institutionId" from licence l join institution i on i.id = l.institution_id
     where l.case_id = $1 and i.credit_code is null order by l.number`,
    [row.id],
  );

function chosen(awaited: readonly Awaited[], { institution }: CaseFile, licenceNumber: string | undefined): string {
  const [first, ...more] = awaited;
  if (licenceNumber !== undefined) {
    const one = awaited.find(({ number }) => number === licenceNumber.replace(/号$/, ''));
    if (!one) throw faulty('licenceNumber', 'LICENCE_NOT_YOURS');
    return one.institutionId;
  }
  if (more.length > 0) throw faulty('licenceNumber', 'FIELD_MISSING');
  const only = first?.institutionId ?? institution?.id;
  // nothing is awaited: it was recorded before, or nothing has been opened yet
  if (!only) throw new Refusal('EVENT_NOT_POSSIBLE_NOW');
  return only;
}
