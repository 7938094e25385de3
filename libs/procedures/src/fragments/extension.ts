/**
 * Extension (延长期限, ALL 42(1)): once, with reasons that are told, by the head of the agency. Only a chart whose law
 * has it carries this step; the limits of the Private Education Law know none (design 6.7).
 */
export const extension = {
  extendDecision: {
    guard: 'extensionDue',
    actions: ['noteExtended', { type: 'issue', params: { document: 'extensionNotice' } }],
  },
} as const;
