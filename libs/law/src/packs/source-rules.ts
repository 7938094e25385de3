import { fault, type PackFault } from './fault.js';

type Line = Readonly<Record<string, unknown>>;

/** Where a line comes from that is no paper of the applicant: a register, a form field, the bureau's own files. */
const OFFICIAL = ['lookup', 'form', 'agency'];

/** What the national list takes from an official source is not turned into a paper by a matter or a county (ONL 7). */
export function paperFaults(lines: readonly Line[], known: Line): PackFault[] {
  return lines.flatMap(({ id, source }) => {
    const official = (known[String(id)] as Line | undefined)?.['source'];
    if (source !== 'upload' || !OFFICIAL.includes(String(official))) return [];
    return [
      fault(
        ['materials', String(id), 'source'],
        `已有权威来源，不能改成要纸质材料 / ${String(id)} has an official source and may not be asked for as paper`,
        'ONL 7',
      ),
    ];
  });
}
