import { checkField, FORMS, type FormField, type OnlineForm } from '../../../../libs/law/src/index.js';
import { MESSAGE_KEYS } from '../../../../libs/messages/src/index.js';
import type { SheetBlock } from '../../../../libs/documents/src/index.js';
import type { Words } from '../pages/words.js';

/** Rows to write in, for answers that are lists. */
const BLANK_ROWS: Readonly<Record<string, number>> = { sponsors: 3, boardMembers: 7, supervisors: 2 };

const tails = (prefix: string): string[] =>
  MESSAGE_KEYS.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

/** Names that a cell of a row may have; which ones a field really has is asked of the form's own check. */
const CELLS = tails('apply.q.').filter((name) => !name.includes('.'));

const refuses = (form: OnlineForm, field: FormField, value: unknown, path: string, code: string): boolean =>
  checkField(form, field, value).some((fault) => fault.field === path && fault.code === code);

/** The cells of one row of a list or of a record: those that the check of the form knows. */
export function cellsOf(form: OnlineForm, field: FormField): string[] {
  const list = !refuses(form, field, [], field, 'OBJECT_EXPECTED');
  const path = list ? `${field}[0]` : field;
  return CELLS.filter((cell) => {
    const row = { [cell]: null };
    return !refuses(form, field, list ? [row] : row, `${path}.${cell}`, 'FIELD_UNKNOWN');
  });
}

/** The options of a choice: worded values that the check of the form takes. */
export const optionsOf = (form: OnlineForm, field: FormField): string[] =>
  tails(`apply.option.${field}.`).filter((value) => checkField(form, field, value).length === 0);

const isRecord = (form: OnlineForm, field: FormField): boolean =>
  refuses(form, field, 'text', field, 'OBJECT_EXPECTED') || refuses(form, field, 'text', field, 'LIST_LENGTH');
const isTruth = (form: OnlineForm, field: FormField): boolean => checkField(form, field, true).length === 0;

/** The blank application form (申请书格式文本, ALL 29): the fields of the online form, with its questions' own words. */
export function blankForm(t: Words, form: OnlineForm): SheetBlock[] {
  const blocks: SheetBlock[] = [];
  for (const field of FORMS[form]) {
    if (isRecord(form, field)) blocks.push(...rowsFor(t, form, field));
    else {
      const last = blocks.at(-1);
      if (last?.kind === 'fields') last.rows.push(lineFor(t, form, field));
      else blocks.push({ kind: 'fields', rows: [lineFor(t, form, field)] });
    }
  }
  return blocks;
}

function rowsFor(t: Words, form: OnlineForm, field: FormField): SheetBlock[] {
  const cells = cellsOf(form, field);
  const blank = Array.from({ length: BLANK_ROWS[field] ?? 1 }, () => cells.map(() => ''));
  const hint = hintOf(t, field);
  return [
    { kind: 'head', text: t.code('apply.q', field) },
    ...(hint ? [{ kind: 'text' as const, text: hint }] : []),
    { kind: 'table', head: cells.map((cell) => cellHead(t, cell)), rows: blank, tick: false },
  ];
}

/** A choice inside a row says its options in the head: the row is too narrow for boxes. */
function cellHead(t: Words, cell: string): string {
  const options = tails(`apply.option.${cell}.`);
  const said = options.map((value) => t.code(`apply.option.${cell}`, value)).join(' / ');
  return options.length > 0 ? `${t.code('apply.q', cell)}${t('page.paren', { text: said })}` : t.code('apply.q', cell);
}

function lineFor(t: Words, form: OnlineForm, field: FormField): { label: string; hint: string; options: string[] } {
  const options = isTruth(form, field)
    ? [t('paper.yes'), t('paper.no')]
    : optionsOf(form, field).map((value) => t.code(`apply.option.${field}`, value));
  return { label: t.code('apply.q', field), hint: hintOf(t, field), options };
}

const hintOf = (t: Words, field: string): string => {
  const said = t.code('apply.hint', field);
  return said === field ? '' : said;
};

/** For a matter without an online form: who, which institution, what, with what, signed and dated. */
export function generalForm(t: Words): SheetBlock[] {
  const line = (label: string, hint = '') => ({ label, hint, options: [] });
  return [
    { kind: 'head', text: t('paper.applicantPart') },
    {
      kind: 'fields',
      rows: [
        line(t('paper.applicantName')),
        line(t('paper.applicantNumber')),
        line(t('paper.applicantAddress')),
        line(t('paper.applicantPhone')),
      ],
    },
    { kind: 'head', text: t('paper.institution') },
    {
      kind: 'fields',
      rows: [line(t('paper.institutionName')), line(t('paper.licenceNumber'), t('paper.licenceNumberHint'))],
    },
  ];
}
