import { endingsPapers } from './endings-papers.js';
import { endings } from './endings.js';
import { endsDesk } from './ends-desk.js';
import { formalPapers } from './formal-papers.js';
import { formal } from './formal.js';
import { filings } from './filings.js';
import { filingsDesk } from './filings-desk.js';
import { filingsPapers } from './filings-papers.js';
import { closure } from './closure.js';
import { closureDesk } from './closure-desk.js';
import { closurePapers } from './closure-papers.js';
import { licensed } from './licensed.js';
import { licensedDesk } from './licensed-desk.js';
import { licensedPapers } from './licensed-papers.js';
import { centres } from './centres.js';
import { centresDesk } from './centres-desk.js';
import { centresPapers } from './centres-papers.js';
import { tutoring } from './tutoring.js';
import { tutoringDesk } from './tutoring-desk.js';
import { tutoringPapers } from './tutoring-papers.js';
import { succession } from './succession.js';
import { successionDesk } from './succession-desk.js';
import { successionPapers } from './succession-papers.js';
import { coSignature } from './co-signature.js';
import { coSignatureProblems } from './co-signature-problems.js';
import { problems } from './problems.js';
import { fields } from './fields.js';
import { terms } from './terms.js';
import { deciding } from './deciding.js';
import { departments } from './departments.js';
import { draws } from './draws.js';
import { documents } from './documents.js';
import { pages } from './pages.js';
import { questions } from './questions.js';
import { guides } from './guides.js';
import { guideFlow } from './guide-flow.js';
import { rehearsal } from './rehearsal.js';
import { triage } from './triage.js';
import { kit } from './kit.js';
import { apply } from './apply.js';
import { demands } from './demands.js';
import { desk } from './desk.js';
import { procedures } from './procedures.js';
import { procedurePapers } from './procedure-papers.js';
import { proceduresDesk } from './procedures-desk.js';
import { likenessDesk } from './likeness-desk.js';
import { onDay } from './on-day.js';
import { onceTold } from './once-told.js';
import { decisionRoom } from './decision-room.js';
import { recusal } from './recusal.js';
import { visit } from './visit.js';
import { admin } from './admin.js';
import { outbox } from './outbox.js';
import { outboxProblems } from './outbox-problems.js';
import { tripProblems } from './trip-problems.js';
import { trips } from './trips.js';
import { tripsDesk } from './trips-desk.js';
import { tripsPublic } from './trips-public.js';
import { explanations, lights, supervision } from './supervision.js';

/** 所有给人看的中文。句子不超过 25 个汉字；先说谁在什么时候做什么；法条在第二句。 */
export const zhCN = {
  ...formal,
  ...formalPapers,
  ...endsDesk,
  ...endings,
  ...endingsPapers,
  ...licensed,
  ...licensedDesk,
  ...licensedPapers,
  ...filings,
  ...filingsDesk,
  ...filingsPapers,
  ...closure,
  ...closureDesk,
  ...closurePapers,
  ...centres,
  ...centresDesk,
  ...centresPapers,
  ...tutoring,
  ...tutoringDesk,
  ...tutoringPapers,
  ...succession,
  ...successionDesk,
  ...successionPapers,
  ...coSignature,
  ...coSignatureProblems,
  ...problems,
  ...deciding,
  ...fields,
  ...terms,
  ...documents,
  ...pages,
  ...departments,
  ...draws,
  ...questions,
  ...guides,
  ...guideFlow,
  ...rehearsal,
  ...triage,
  ...kit,
  ...apply,
  ...demands,
  ...desk,
  ...procedures,
  ...procedurePapers,
  ...proceduresDesk,
  ...onDay,
  ...likenessDesk,
  ...onceTold,
  ...decisionRoom,
  ...recusal,
  ...visit,
  ...admin,
  ...outbox,
  ...outboxProblems,
  ...tripProblems,
  ...trips,
  ...tripsDesk,
  ...tripsPublic,
  ...lights,
  ...supervision,
  ...explanations,
} as const;
