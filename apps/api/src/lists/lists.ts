import type { Article, Period, Said } from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import type { Block, Cell } from '../guide/blocks.js';
import { onlyArticles, plain, text } from '../guide/blocks.js';
import type { Words } from '../pages/words.js';
import { dutyRows, isAppliedFor, powerRow, serviceRow } from './rows.js';
import { provenance, type Matter } from './sources.js';

export const LISTS = ['powers', 'responsibilities', 'services'] as const;
export type ListId = (typeof LISTS)[number];

/** @throws Refusal NOT_FOUND for a list that does not exist */
export function listId(name: string): ListId {
  const found = LISTS.find((list) => list === name);
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}

/** The rows of a list as data. */
export function rowsOf(list: ListId, matters: readonly Matter[]) {
  switch (list) {
    case 'powers':
      return matters.map(powerRow);
    case 'responsibilities':
      return matters.flatMap(dutyRows);
    case 'services':
      return matters.filter(({ pack }) => isAppliedFor(pack)).map(serviceRow);
  }
}

export const listAsData = (list: ListId, matters: readonly Matter[]) => ({
  ...provenance(matters),
  items: rowsOf(list, matters),
});

type TableBlock = Extract<Block, { kind: 'table' }>;

/** The same rows as a table in words: for the page and for the CSV file. */
export function listAsTable(t: Words, list: ListId, matters: readonly Matter[]): TableBlock {
  const heads = COLUMNS[list].map((column) => t(`list.column.${column}`));
  return { kind: 'table', label: t(`list.${list}`), head: heads, rows: cellsOf(t, list, matters) };
}

/** The duties of one matter: its name and the articles on which who fails answers stand above, not in every row. */
export function dutyBlocks(t: Words, matter: Matter): Block[] {
  const { head, rows } = listAsTable(t, 'responsibilities', [matter]);
  const [first] = dutyRows(matter);
  if (!first) return [];
  return [
    text({ said: t('list.answersUnder'), zh: plain(onlyArticles(first.accountability)) }),
    {
      kind: 'table',
      label: t.called(matter.pack),
      head: head.slice(1, -1),
      rows: rows.map((row) => row.slice(1, -1)),
    },
  ];
}

const COLUMNS = {
  powers: ['name', 'code', 'powerType', 'authority', 'basis'],
  responsibilities: ['name', 'step', 'who', 'limit', 'basis', 'accountability'],
  services: ['name', 'code', 'applicant', 'way', 'limit', 'trips', 'fee'],
} as const;

function cellsOf(t: Words, list: ListId, matters: readonly Matter[]): Cell[][] {
  switch (list) {
    case 'powers':
      return matters
        .map(powerRow)
        .map((row) => [
          t.called(row),
          row.code,
          t.code('page.guide.powerType', row.powerType),
          t.said({ zh: row.authority, en: row.authorityEn }),
          onlyArticles(row.basis),
        ]);
    case 'responsibilities':
      return matters.flatMap((matter) =>
        dutyRows(matter).map((row) => [
          t.called(row),
          t.said(row.stepWords),
          row.who
            .map((who) => whoIn(t, matter, who))
            // a visit is made by all of them together
            .join(row.step === 'visit' ? t.enumeration : t('page.guide.flowOr')),
          limitIn(t, row.limit, row.limitWords, row.limitBasis),
          onlyArticles(row.basis),
          onlyArticles(row.accountability),
        ]),
      );
    case 'services':
      return matters
        .filter(({ pack }) => isAppliedFor(pack))
        .map(serviceRow)
        .map((row) => [
          t.called(row),
          row.code,
          t.said({ zh: row.applicant, en: row.applicantEn }),
          t(row.online ? 'list.way.online' : row.open ? 'list.way.counter' : 'list.way.closed'),
          row.promised ? t.span(row.promised) : t('page.guide.noPromise'),
          t('page.guide.tripsAtMost', { n: row.trips }),
          row.fee === 0 ? t('page.guide.free') : t('guide.feeAmount', { amount: row.fee }),
        ]);
  }
}

/** A post, a department, or the authority itself. */
function whoIn(t: Words, { pack: { authority } }: Matter, who: string): string {
  return who === authority.nameZh ? t.called(authority) : t.code('department', t.code('role', who));
}

function limitIn(t: Words, limit: Period | null, words: Said | null, basis: readonly Article[]): Cell {
  const said = limit ? t.span(limit) : words ? t.said(words) : '';
  return basis.length > 0 ? { said, zh: t('page.paren', { text: plain(onlyArticles(basis)) }) } : said;
}
