import { CLASSIFYING_EXPERTS, type TrainingField } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { CaseFile } from '../file-of-case.js';
import type { PayloadOf } from './command.js';

type Attested = PayloadOf<'recordAttestation'>;

/** What an opinion is worth: how many experts gave it, or which department. */
export const ofOpinion = ({ experts, lineDepartment }: Attested): Record<string, unknown> => ({
  ...(experts === undefined ? {} : { experts }),
  ...(lineDepartment === undefined ? {} : { lineDepartment }),
});

/**
 * A classification is given by three experts or more (NMCLS); an opinion by the department of the field that is taught:
 * culture, sports or science (NS13; ALL 26(2)).
 * @throws Refusal TOO_FEW_EXPERTS, OTHER_LINE_DEPARTMENT
 */
export function refuseUnsoundOpinion({ form }: Pick<CaseFile, 'form'>, attested: Attested): void {
  const { lane, experts = 0, lineDepartment } = attested;
  if (lane === 'classification_opinion' && experts < CLASSIFYING_EXPERTS)
    throw new Refusal('TOO_FEW_EXPERTS', { article: 'NMCLS', params: { least: CLASSIFYING_EXPERTS } });
  const field: TrainingField | undefined = form.newKind?.trainingField ?? form.trainingField;
  if (lane === 'line_department_opinion' && lineDepartment !== field)
    throw new Refusal('OTHER_LINE_DEPARTMENT', { article: 'NS13' });
}
