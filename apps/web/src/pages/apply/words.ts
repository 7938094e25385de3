import { findSentence } from '../../../../../libs/messages/src/web.js';
import type { Say } from '../../say.js';
import type { Form } from './questions.js';
import { isEmpty, type Cell, type Row } from './typed.js';

/** Names and values of the form in words; what has no words yet is shown as it is. */
const wordOf = (t: Say, key: string, other: string): string => findSentence(t.language, key) ?? other;

export const labelOf = (t: Say, field: string): string => wordOf(t, `apply.q.${field}`, field);
export const hintOf = (t: Say, field: string): string | undefined =>
  findSentence(t.language, `apply.hint.${field}`) ?? undefined;
export const titleOf = (t: Say, question: string): string =>
  wordOf(t, `apply.question.${question}`, labelOf(t, question));
export const documentName = (t: Say, kind: string): string => wordOf(t, `apply.doc.${kind}`, kind);
export const optionOf = (t: Say, field: string, value: string): string =>
  wordOf(t, `apply.option.${field}.${value}`, value);

/** The options of a choice, in the order in which people read them. */
export const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  institutionType: ['KG'],
  stage: ['KINDERGARTEN'],
  nature: ['non_profit', 'for_profit'],
  deliveryChannel: ['electronic', 'courier', 'counter'],
  kind: ['person', 'organisation'],
  role: ['chair', 'principal', 'party', 'staff', 'sponsor_representative'],
  degree: ['none', 'college', 'bachelor', 'master'],
};
export const optionsOf = (t: Say, field: string): { value: string; label: string }[] =>
  (OPTIONS[field] ?? []).map((value) => ({ value, label: optionOf(t, field, value) }));

/** The name of a place in the form, such as 决策机构成员 2 · 身份证号. */
export function placeName(t: Say, path: string): string {
  const [, root = path, row, inner] = /^([A-Za-z]+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  const whole = row === undefined ? labelOf(t, root) : `${labelOf(t, root)} ${Number(row) + 1}`;
  return inner ? `${whole} · ${labelOf(t, inner)}` : whole;
}

/** One saved answer in words, a line for each row; null where there is none. */
export function answerWords(t: Say, field: string, form: Form): string[] | null {
  const value = form[field];
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((row) => rowWords(t, row as Row));
  if (typeof value === 'object') return [rowWords(t, value as Row)];
  return [cellWords(t, field, value as Cell)];
}

const rowWords = (t: Say, row: Row): string =>
  Object.entries(row)
    .filter(([, cell]) => !isEmpty(cell))
    .map(([key, cell]) => (MEASURED.includes(key) ? `${labelOf(t, key)} ${String(cell)}` : cellWords(t, key, cell)))
    .join(' · ');

const MEASURED: readonly string[] = ['yearsInEducation', 'yearsInKindergarten'];

function cellWords(t: Say, key: string, cell: unknown): string {
  if (typeof cell === 'boolean') return t(cell ? 'ui.yes' : 'ui.no');
  if (typeof cell === 'number') return cell.toLocaleString(t.language === 'zh' ? 'zh-CN' : 'en-GB');
  const text = String(cell);
  return key in OPTIONS ? optionOf(t, key, text) : text;
}

/** Where a link back leads, in words. */
export function backWords(t: Say, back: string | null): string {
  if (back === 'answers') return t('apply.back.answers');
  return t(back === 'correction' ? 'apply.back.correction' : 'apply.back.draft');
}
