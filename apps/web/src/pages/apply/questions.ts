import type { FormField } from '../../../../../libs/law/src/forms.js';

/** The form as people meet it: sections of questions, a question being one page with one field, or two that belong together. */
export interface Question {
  /** The name of its first field; also its place in the address. */
  id: FormField;
  fields: readonly FormField[];
}

const ask = (id: FormField, ...more: FormField[]): Question => ({ id, fields: [id, ...more] });

export const SECTIONS = [
  {
    id: 'institution',
    questions: [ask('institutionType', 'stage'), ask('nature'), ask('usesFiscalOrDonatedAssets'), ask('schoolName')],
  },
  {
    id: 'site',
    questions: [
      ask('siteAddress'),
      ask('siteAreaSquareMetres', 'childrenRoomsSquareMetres'),
      ask('plannedClasses', 'plannedChildren'),
    ],
  },
  { id: 'funds', questions: [ask('openingFundsYuan', 'paidInYuan')] },
  {
    id: 'people',
    questions: [ask('sponsors'), ask('boardMembers'), ask('principal'), ask('legalRepresentative'), ask('supervisors')],
  },
  { id: 'contact', questions: [ask('contactPhone'), ask('deliveryChannel', 'serviceConsent')] },
] as const satisfies readonly { id: string; questions: readonly Question[] }[];

export type Section = (typeof SECTIONS)[number];
export const QUESTIONS: readonly Question[] = SECTIONS.flatMap(({ questions }) => questions);

/** The question that a field, or a place inside it such as `sponsors[0].name`, belongs to. */
export function questionOf(path: string): Question | undefined {
  const root = path.split(/[.[]/)[0];
  return QUESTIONS.find(({ fields }) => fields.some((field) => field === root));
}

/** Where the answer to a fault is given: the question, or the papers. */
export function pageOfFault(caseId: string, path: string, back: BackTo): string | undefined {
  if (path.startsWith('materials.')) return `/cases/${caseId}/draft/papers?back=${back}#line-${path.slice(10)}`;
  const question = questionOf(path);
  return question && `/cases/${caseId}/draft/${question.id}?back=${back}`;
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
export function nextOpen(form: Form, after?: Question): Question | null {
  const from = after ? QUESTIONS.indexOf(after) + 1 : 0;
  const inOrder = [...QUESTIONS.slice(from), ...QUESTIONS.slice(0, from)];
  return inOrder.find((question) => question !== after && !isAnswered(form, question)) ?? null;
}
