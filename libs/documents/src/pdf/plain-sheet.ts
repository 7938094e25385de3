import { cleanLine } from './clean-text.js';
import type { SheetBlock, SheetContent } from './content.js';
import { tableSheet, type TableSheet } from './table-columns.js';

/** A sheet ready to print: every text clean, every table rectangular with the width of its columns. */
export function plainSheet(sheet: SheetContent): Record<string, unknown> {
  return {
    documentTitle: cleanLine(`${sheet.title} ${sheet.subtitle}`),
    authority: cleanLine(sheet.authority),
    title: cleanLine(sheet.title),
    subtitle: cleanLine(sheet.subtitle),
    sections: sheet.sections.map(({ title, blocks }) => ({ title: cleanLine(title), blocks: blocks.map(ready) })),
    qrCaption: cleanLine(sheet.qrCaption),
    demo: sheet.demo,
    footer: cleanLine(sheet.footer),
    ...WORDS[sheet.language],
  };
}

/** What the template itself says, around the number of the page. */
const WORDS = {
  zh: { lang: 'zh', page: ['第 ', ' 页，共 ', ' 页'], demoNote: '演示文书，不具有法律效力' },
  en: { lang: 'en', page: ['Page ', ' of ', ''], demoNote: '演示 Demonstration, without legal effect' },
} as const;

function ready(block: SheetBlock): Record<string, unknown> {
  switch (block.kind) {
    case 'text':
    case 'head':
      return { kind: block.kind, text: cleanLine(block.text) };
    case 'lines':
      return { ...block, lines: block.lines.map(cleanLine) };
    case 'facts':
      return { kind: block.kind, rows: block.rows.map((row) => row.map(cleanLine)) };
    case 'table':
      return { kind: block.kind, tick: block.tick, ...evened(tableSheet(block)) };
    case 'fields':
      return {
        kind: block.kind,
        rows: block.rows.map(({ label, hint, options }) => ({
          label: cleanLine(label),
          hint: cleanLine(hint),
          options: options.map(cleanLine),
        })),
      };
  }
}

/** A table to be filled in by hand has columns of one width. */
const evened = (table: TableSheet): TableSheet =>
  table.rows.every((row) => row.every((cell) => cell === '')) ? { ...table, widths: table.widths.map(() => 1) } : table;
