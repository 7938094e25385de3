import type { endsDesk as zh } from '../zh-CN/ends-desk.js';

/** Establishment and endings: form and steps as clerks, reviewers and registrars see them. */
export const endsDesk: Record<keyof typeof zh, string> = {
  'desk.form.preparationNumber': 'Preparation approval',
  'desk.form.annualYear': 'Year',
  'desk.field.placedOn': 'Placed by',
  'desk.field.colleague': 'Investigated together with',
  'desk.field.colleagueHint': 'Two officers investigate: who is the other one?',
  'desk.field.facts': 'Facts found',
  'desk.field.toRectify': 'What to put right',
  'desk.field.rectifyBy': 'By when',
  'desk.field.annualResult': 'Conclusion',
  'desk.field.annualReasonsHint': 'Needed wherever the year has not simply passed.',
  'desk.begin.title': 'Begun by the bureau',
  'desk.begin.hint': 'Nobody applies for these.',
  'desk.begin.reasons': 'Facts and reasons',
  'desk.begin.article': 'Article',
  'desk.begin.court': 'Court',
  'desk.begin.rulingNumber': 'Number of the ruling',
  'desk.begin.ruledOn': 'Ruled on',
  'desk.begin.do': 'Begin',
  'desk.materials.none': 'Begun by the bureau: there are no papers of an application.',
  'desk.document.openingNotice': 'Notice of the beginning',
  'desk.document.penaltyDecision': 'Penalty decision',
  'desk.document.noPenaltyNotice': 'Decision of no penalty',
  'desk.document.cancellationNotice': 'Decision of cancellation',
  'desk.document.annualConclusion': 'Annual conclusion',
};
