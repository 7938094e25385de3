import { FORMS } from '../../libs/law/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import type { World } from './harness.js';
import { checked, CONTACT, decided, draftOf } from './licensed.js';

export interface Preparation {
  caseId: string;
  institutionId: string;
  /** 筹设批准书文号. */
  number: string;
}

/** What a preparation asks for. */
export function preparationForm(schoolName: string, of: object = kindergartenForm({ schoolName })): object {
  const form: Record<string, unknown> = { ...of, ...CONTACT };
  return Object.fromEntries(FORMS.preparation.map((field) => [field, form[field]]));
}

/** 筹设: applied for, reviewed, approved and served. */
export async function prepared(world: World, schoolName: string, of?: object): Promise<Preparation> {
  const caseId = await draftOf(world, 'PREP', preparationForm(schoolName, of));
  await checked(world, caseId);
  await (await world.as('clerk')).does(caseId, 'accept');
  await decided(world, caseId, ['layout_plan', 'credit_lookup']);
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  const [row] = await world.sql.query<{ institution_id: string; number: string }>(
    `select v.institution_id, d.number from register_version v join document d on d.case_id = v.case_id
     where v.case_id = $1 and d.kind = 'preparationApproval'`,
    [caseId],
  );
  return { caseId, institutionId: row?.institution_id ?? '', number: row?.number ?? '' };
}

/** What a formal application asks for beside what the preparation holds. */
export function formalForm({ number }: Preparation, more: object = {}, of: object = kindergartenForm()): object {
  const form: Record<string, unknown> = { ...of, ...CONTACT, preparationNumber: number, ...more };
  return Object.fromEntries(
    FORMS.formal_establishment.filter((field) => field in form).map((field) => [field, form[field]]),
  );
}
