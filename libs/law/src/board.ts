import type { CaseForm } from './forms.js';

/** 决策机构 has at least so many members (PEL 21). */
export const BOARD_LEAST = 5;

interface BoardRule {
  code: string;
  article: string;
  field: 'boardMembers';
  met(form: Pick<CaseForm, 'boardMembers'>): boolean;
}

/** What is asked of every 决策机构, of a new school and of one that files another (PEL 21): its size, and a third of it with five years in education. */
export const BOARD: readonly BoardRule[] = [
  {
    code: 'BOARD_TOO_SMALL',
    article: 'PEL 21',
    field: 'boardMembers',
    met: ({ boardMembers }) => boardMembers.length >= BOARD_LEAST,
  },
  {
    code: 'BOARD_WITHOUT_EXPERIENCE',
    article: 'PEL 21',
    field: 'boardMembers',
    met: ({ boardMembers }) =>
      boardMembers.filter(({ yearsInEducation }) => yearsInEducation >= 5).length >= Math.ceil(boardMembers.length / 3),
  },
];
