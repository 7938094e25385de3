import type { NoticeTable } from './content.js';
import { cleanLine } from './clean-text.js';

/** A table made rectangular and clean, with a width for each column: 0 as narrow as its text, else a share. */
export interface TableSheet {
  head: string[];
  rows: string[][];
  widths: number[];
}

/** Up to so many characters a column never wraps; beyond the second number more text buys no more width. Below one
 * the power gives short columns a little more than their part, because there a wrap shows most. */
const NARROW = 5;
const WIDE = 28;

/**
 * Prepares a table for printing. A row too short or too long must not shift its neighbours, so all get the same number
 * of cells; and the columns share the width by what they hold, or the 序号 would take as much as the reason.
 */
export function tableSheet(table: NoticeTable): TableSheet {
  const columns = Math.max(table.head.length, ...table.rows.map((row) => row.length));
  const fill = (row: string[]) => Array.from({ length: columns }, (_, i) => cleanLine(row[i] ?? ''));
  const head = fill(table.head);
  const rows = table.rows.map(fill);
  const widths = head.map((title, i) =>
    share(Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map(printedWidth))),
  );
  return { head, rows, widths: widths.every((width) => width === 0) ? widths.map(() => 1) : widths };
}

function share(widest: number): number {
  return widest <= NARROW ? 0 : Math.min(widest, WIDE) ** 0.85;
}

/** In Chinese characters; Latin letters and figures count half. */
function printedWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);
}
