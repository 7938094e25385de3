/** Retrying and skipping of the outbox refused */
export const outboxProblems = {
  'problem.OUTBOX_ROW_NOT_FOUND': 'There is no such job.',
  'problem.OUTBOX_ROW_DONE': 'This job is done or was skipped already.',
  'problem.OUTBOX_ROW_BUSY': 'This job is running right now. Please try again in a moment.',
  'problem.OUTBOX_ROW_BEHIND': 'An earlier job of the same case is not done yet. Please see to that one first.',
} as const;
