import { onPaper } from '../fragments/accepted.js';
import { licensing } from '../fragments/licensing.js';

/**
 * Establishment of a subject tutoring institution (学科类校外培训机构设立): policy has frozen new ones (SJ). Nobody is kept
 * from asking: who insists gets a written answer with reasons, article and remedies (ALL 38(2)). No step grants here.
 */
export const subjectTutoringConfig = licensing({ limit: 'establish_decision', inReview: onPaper, granting: null });
