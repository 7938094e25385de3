import type { guideFlow as zh } from '../zh-CN/guide-flow.js';

export const guideFlow: Record<keyof typeof zh, string> = {
  'page.flow.takeAsAccepted': 'Without an answer in time the application counts as accepted by law.',
  'page.flow.expireCorrectionPeriod': 'Not corrected when the time for corrections ends: the case is discontinued.',
  'page.flow.expireCure.DISCONTINUED': 'Tolerated papers not supplied in time: the case is discontinued.',
  'page.flow.expireCure.REFUSED': 'Tolerated papers not supplied in time: the licence is refused.',
  'page.flow.reachExpiry': 'Asked for in time and not decided at the last day: the licence is renewed by law.',
  'page.flow.endSpecialProcedure': '{who}: the special procedure is over, and the case returns to where it was.',
  'page.flow.lapseSpecialProcedure': 'Not over on the day that was told: the limit runs on by itself.',
  'page.flow.recordAttestation.EXAMINED': 'A result of a check changes: a new proposal is made.',
  'page.flow.objectToProposal.EXAMINED': '{who} does not agree: a new proposal is made.',
  'page.flow.objectToProposal.DEEMED_ACCEPTED':
    '{who} does not agree with a refusal for missing papers: the papers are examined again.',
  'page.flow.sendBackProposal.EXAMINED': '{who} returns the proposal: a new one is made.',
  'page.flow.sendBackProposal.DEEMED_ACCEPTED':
    '{who} returns a refusal for missing papers: the papers are examined again.',
  'page.flow.supplyUnmetLines': '{who} supplies what was missing: the papers are examined again.',
  'page.flow.serve.SERVED': '{who} serves it; publication follows.',
  'page.flow.serve.POSTED': 'By courier: it is served when it is signed for.',
  'page.flow.serve.ARCHIVED': 'Nothing else left to do after service: the file is closed.',
  'page.flow.recordDelivery.SERVED': 'Signed for: {who} records it, and it is served from that day.',
  'page.flow.recordDelivery.ARCHIVED': 'Nothing else left to do when it is signed for: the file is closed.',
  'page.flow.serve.LIQUIDATING': 'Published already: liquidation begins when it is served.',
  'page.flow.recordDelivery.LIQUIDATING': 'Published already: liquidation begins when it is signed for.',
  'page.flow.publish': 'The system publishes the result; then the file is closed.',
  'page.flow.publish.LIQUIDATING': 'The system publishes the result; then liquidation begins.',
  'page.flow.recordReturn': 'It came back: it is served again.',
};
