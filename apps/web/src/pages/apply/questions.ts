import type { FormField } from '../../../../../libs/law/src/forms.js';

/** The form as people meet it: sections of questions, a question being one page with one field, or two that belong together. */
export interface Question {
  /** The name of its first field; also its place in the address. */
  id: FormField;
  fields: readonly FormField[];
}

const ask = (id: FormField, ...more: FormField[]): Question => ({ id, fields: [id, ...more] });

/** Every question that some form asks, in order. */
const SECTIONS = [
  {
    id: 'licence',
    questions: [ask('licenceNumber'), ask('preparationNumber'), ask('licenceLoss')],
  },
  { id: 'centre', questions: [ask('centreNumber')] },
  { id: 'kind', questions: [ask('freezeRead'), ask('newKind'), ask('tutoringChange'), ask('conversion')] },
  { id: 'tutoring', questions: [ask('trainingField'), ask('tutoringAudience'), ask('preschoolProgramme')] },
  {
    id: 'succession',
    questions: [ask('mergerKind'), ask('mergingSchools'), ask('sites'), ask('resultingSchools')],
  },
  {
    id: 'institution',
    questions: [ask('institutionType', 'stage'), ask('nature'), ask('usesFiscalOrDonatedAssets'), ask('schoolName')],
  },
  {
    id: 'site',
    questions: [
      ask('siteChange'),
      ask('siteAddress'),
      ask('siteAreaSquareMetres', 'childrenRoomsSquareMetres'),
      ask('traineesAtOnce'),
      ask('plannedClasses', 'plannedChildren'),
    ],
  },
  { id: 'funds', questions: [ask('openingFundsYuan', 'paidInYuan'), ask('prepaid')] },
  {
    id: 'people',
    questions: [
      ask('sponsors'),
      ask('boardMembers'),
      ask('principal'),
      ask('tutoringHead'),
      ask('legalRepresentative'),
      ask('representative'),
      ask('supervisors'),
    ],
  },
  { id: 'advertising', questions: [ask('advertisements')] },
  { id: 'quality', questions: [ask('qualityLevel')] },
  { id: 'closure', questions: [ask('intendedClosure'), ask('refundsSecured')] },
  { id: 'placement', questions: [ask('placement')] },
  { id: 'annual', questions: [ask('annualYear')] },
  { id: 'resolution', questions: [ask('settlement'), ask('charterChanges'), ask('resolution')] },
  { id: 'contact', questions: [ask('contactPhone'), ask('deliveryChannel', 'serviceConsent')] },
] as const satisfies readonly { id: string; questions: readonly Question[] }[];

export interface Section {
  id: (typeof SECTIONS)[number]['id'];
  questions: readonly Question[];
}
/** The fields that the form of a case asks for; the server says them. */
export interface Asking {
  formFields: readonly string[];
}

/** The sections of the form of a case: a question keeps those of its fields that are asked for, and goes where none is. */
export function sectionsOf({ formFields }: Asking): Section[] {
  const asked = ({ fields }: Question): Question[] => {
    const [id, ...more] = fields.filter((field) => formFields.includes(field));
    return id ? [{ id, fields: [id, ...more] }] : [];
  };
  return SECTIONS.map(({ id, questions }) => ({
    id,
    questions: (questions as readonly Question[]).flatMap(asked),
  })).filter(({ questions }) => questions.length > 0);
}

export const questionsOf = (asking: Asking): Question[] => sectionsOf(asking).flatMap(({ questions }) => questions);

/** The question that a field, or a place inside it such as `sponsors[0].name`, belongs to. */
export function questionOf(asking: Asking, path: string): Question | undefined {
  const root = path.split(/[.[]/)[0];
  return questionsOf(asking).find(({ fields }) => fields.some((field) => field === root));
}

/** Where the answer to a fault is given: the question, or the papers. */
export function pageOfFault(view: Asking & { id: string }, path: string, back: BackTo): string | undefined {
  if (path.startsWith('materials.')) return `/cases/${view.id}/draft/papers?back=${back}#line-${path.slice(10)}`;
  if (path.startsWith('coSigners.')) return `/cases/${view.id}/draft/co-signers`;
  const question = questionOf(view, path);
  return question && `/cases/${view.id}/draft/${question.id}?back=${back}`;
}

/** Pages that send people to a question and want them back. */
export type BackTo = 'answers' | 'correction' | 'draft';
export const backPath = (caseId: string, back: string | null): string =>
  back === 'correction'
    ? `/cases/${caseId}/correction`
    : `/cases/${caseId}/draft${back === 'answers' ? '/answers' : ''}`;

export type Form = Readonly<Record<string, unknown>>;
export const isAnswered = (form: Form, { fields }: Question): boolean =>
  fields.every((field) => form[field] !== undefined);

/** The next question without an answer: after this one first, then from the start; null when all have one. */
export function nextOpen({ form, ...asking }: Asking & { form: Form }, after?: Question): Question | null {
  const all = questionsOf(asking);
  const from = after ? all.findIndex(({ id }) => id === after.id) + 1 : 0;
  const inOrder = [...all.slice(from), ...all.slice(0, from)];
  return inOrder.find((question) => question.id !== after?.id && !isAnswered(form, question)) ?? null;
}
