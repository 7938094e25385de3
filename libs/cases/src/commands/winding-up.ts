import { Refusal, say } from '../../../platform/src/index.js';
import { isEnding } from '../../../law/src/index.js';
import { subjectOf } from '../file-of-case.js';
import { pastDay } from './attestation.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';

/** The day of the grant, which nothing that rests on it can be older than. */
export const grantedOn = ({ file }: Pick<Hearing, 'file'>): string | undefined =>
  file.log.find(({ type }) => type === 'grant')?.legal_date;

/** 清算: by the school itself, where it closes of its own will (PEL 58(2)). */
export const reportLiquidation = (
  hearing: Hearing,
  { completedOn, madeBy, report }: PayloadOf<'reportLiquidation'>,
): Prepared<'reportLiquidation'> => ({
  event: { type: 'reportLiquidation' },
  payload: { completedOn: pastDay(hearing, completedOn, 'completedOn') },
  words: { madeBy, report },
});

/** 清偿 (PEL 59(1)): refunds to pupils, then wages and social insurance, then other debts. What is not owed is paid. */
export function recordClaimsPaid(
  hearing: Hearing,
  { refundsPaidOn, wagesPaidOn, debtsPaidOn }: PayloadOf<'recordClaimsPaid'>,
): Prepared<'recordClaimsPaid'> {
  const payload = {
    refundsPaidOn: pastDay(hearing, refundsPaidOn, 'refundsPaidOn'),
    wagesPaidOn: pastDay(hearing, wagesPaidOn, 'wagesPaidOn'),
    debtsPaidOn: pastDay(hearing, debtsPaidOn, 'debtsPaidOn'),
  };
  const kept = payload.refundsPaidOn <= payload.wagesPaidOn && payload.wagesPaidOn <= payload.debtsPaidOn;
  return { event: { type: 'recordClaimsPaid', order: kept ? 'kept' : 'broken' }, payload };
}

export const takeBackLicence = (
  hearing: Hearing,
  { returnedOn }: PayloadOf<'takeBackLicence'>,
): Prepared<'takeBackLicence'> => ({
  event: { type: 'takeBackLicence' },
  payload: { returnedOn: pastDay(hearing, returnedOn, 'returnedOn', grantedOn(hearing)) },
});

export const destroySeals = (
  hearing: Hearing,
  { destroyedOn, seals }: PayloadOf<'destroySeals'>,
): Prepared<'destroySeals'> => ({
  event: { type: 'destroySeals' },
  payload: { destroyedOn: pastDay(hearing, destroyedOn, 'destroyedOn', grantedOn(hearing)) },
  words: { seals },
});

export const recordDeregistration = (
  hearing: Hearing,
  { deregisteredOn }: PayloadOf<'recordDeregistration'>,
): Prepared<'recordDeregistration'> => ({
  event: { type: 'recordDeregistration' },
  payload: { deregisteredOn: pastDay(hearing, deregisteredOn, 'deregisteredOn', grantedOn(hearing)) },
});

/** 注销公告 (PER 50(1); ALL 70): the last step, told to everybody in the same moment in which the register says it. */
export const announceClosure = ({ sql, file, ids }: Hearing): Prepared<'announceClosure'> => ({
  event: { type: 'announceClosure' },
  write: async () => {
    const { name, address } = subjectOf(file);
    const number = file.institution?.licence?.number;
    const fields = {
      name,
      address,
      ...(number ? { licenceNumber: number } : {}),
      endedOn: file.today,
      authority: file.pack.authority.nameZh,
    };
    await sql.query(
      `insert into public_notice (id, case_id, kind, title, fields, published_at) values ($1, $2, 'cancellation', $3, $4, $5)`,
      [ids.uuid(), file.row.id, say('zh', 'notice.cancellation.title', { name }), JSON.stringify(fields), file.now],
    );
  },
});

/** While a case about a school ran, the school may have been allowed to close (PEL 58). */
export function refuseClosing({ file: { institution } }: Hearing): void {
  if (institution && isEnding(institution.state)) throw new Refusal('ALREADY_CLOSING', { article: 'PEL 58' });
}
