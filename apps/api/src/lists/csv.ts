/** Marks the file as UTF-8 for spreadsheet programs. */
const BOM = '\uFEFF';

/** A cell that a spreadsheet would take for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/** Every cell quoted (RFC 4180); a would-be formula gets an apostrophe before it and stays text. */
const cell = (value: string): string => `"${(FORMULA.test(value) ? `'${value}` : value).replace(/"/g, '""')}"`;

/** A table as a CSV file that opens right in a spreadsheet and executes nothing there. */
export const csvOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${BOM}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
