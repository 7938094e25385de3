import type { deciding as zh } from '../zh-CN/deciding.js';

/** Refusals of the decision room, of recusal and of draws. */
export const deciding: Record<keyof typeof zh, string> = {
  'problem.DELIBERATION_OWED':
    'The discussion, the expert argument or the risk assessment is not finished; nothing can be decided yet.',
  'problem.DECISION_IS_THE_CHAIRS': 'This request was discussed; the head who chaired the discussion decides it.',
  'problem.CONCLUDED_OTHERWISE': 'The decision differs from what the discussion concluded.',
  'problem.DEPARTURE_REASON_MISSING': 'The most similar earlier decision was another one. Say why this one differs.',
  'problem.MEETING_NOT_NOW': 'A discussion is held after the legality review and before the decision.',
  'problem.MEETING_TOO_SMALL': 'A discussion needs at least {n} people.',
  'problem.MEETING_MEMBER_INVOLVED': 'Whoever handled this request or must stay away from it cannot take part.',
  'problem.MEETING_CONVENED': 'A discussion of this proposal was convened already.',
  'problem.MEETING_UNKNOWN': 'There is no such discussion, or the proposal has changed.',
  'problem.MEETING_OVER': 'The discussion is concluded and cannot be changed.',
  'problem.MEETING_MEMBERS_ONLY': 'Only those who take part give an opinion.',
  'problem.CHAIR_SPEAKS_LAST': 'The chair speaks last. Hear the others first.',
  'problem.OPINION_GIVEN': 'You gave your opinion; it cannot be changed.',
  'problem.CHAIR_CONCLUDES': 'The head who chairs the discussion concludes it.',
  'problem.OPINIONS_MISSING': '{count} of those present have not spoken yet.',
  'problem.MAJORITY_REASONS_MISSING': 'The conclusion departs from the majority. Say why.',
  'problem.RECUSAL_NOT_POSSIBLE': 'Recusal cannot be asked of this person.',
  'problem.RECUSAL_ALREADY_ASKED': 'You asked for the recusal of this person already.',
  'problem.RECUSAL_REQUEST_UNKNOWN': 'There is no such request for recusal.',
  'problem.RECUSAL_OF_ONESELF': 'Another head decides about your own recusal.',
  'problem.RECUSAL_ALREADY_RULED': 'This request for recusal is decided already.',
  'problem.REDRAW_NOT_DUE': 'The person who was drawn is at work; nobody is drawn again.',
  'problem.NOT_THE_HANDLER': 'This request is handled by the person who was drawn for it.',
  'field.MEMBER_RECUSED': 'Somebody on the list must stay away from this case; choose another person',
};
