import type { Readings } from '../readings.js';
import { CHECKLIST_IDS } from '../site-checklist.js';
import { SOURCES } from '../sources.js';
import { fault, type PackFault } from './fault.js';

/** What a county may not read into the law although its shape is right. */
export const readingFaults = ({ checklist, sources, signals }: Readings): PackFault[] => [
  ...Object.keys(checklist)
    .filter((id) => !CHECKLIST_IDS.includes(id))
    .map((id) => fault(['readings', 'checklist', id], `核查表里没有这一项 / the checklist has no item "${id}"`)),
  ...Object.keys(sources)
    .filter((code) => !SOURCES[code]?.open)
    .map((code) =>
      fault(
        ['readings', 'sources', code],
        `它的效力没有疑问，不能另行规定 / the force of "${code}" is not open and cannot be settled here`,
      ),
    ),
  ...(signals.blue <= signals.yellow
    ? []
    : [fault(['readings', 'signals', 'blue'], '蓝灯要早于黄灯 / blue comes before yellow')]),
];
