import type { likenessDesk as zh } from '../zh-CN/likeness-desk.js';

export const likenessDesk: Record<keyof typeof zh, string> = {
  'likeness.title': 'The register or another running case is like this',
  'likeness.hint': 'This only warns. It is no ground to decline or to ask for anything.',
  'likeness.name': 'A similar name',
  'likeness.address': 'A similar address',
  'likeness.principal': 'A principal of the same name',
  'likeness.sponsor': 'A sponsor of the same name',
  'likeness.case': 'Running case {number}',
  'likeness.share': '{n}% alike',
};
