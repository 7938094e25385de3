import type { closurePapers as zh } from '../zh-CN/closure-papers.js';

/** Papers of a closure, notices, refusals, and the conditions on its guide. */
export const closurePapers: Record<keyof typeof zh, string> = {
  'document.closureDecision.title': 'Decision to allow the closure',
  'document.closureDecision.body':
    '{matter}: {name} may close (PEL 56(1)). It liquidates itself and pays in order: refunds to pupils, wages and social insurance, other debts (PEL 59). Then the licence {licenceNumber} is taken back, the seals are destroyed; after deregistration and announcement the licence is cancelled.',
  'document.licenceReceipt.title': 'Receipt for the licence',
  'document.licenceReceipt.body':
    'The licence of {name}, original and duplicate ({licenceNumber}), was taken back on {returnedOn} (PEL 60).',
  'document.sealRecord.title': 'Record of the destroyed seals',
  'document.sealRecord.body': 'These seals of {name} were destroyed on {destroyedOn}: {seals} (PEL 60).',
  'document.deregistrationLetter.title': 'Letter on deregistration',
  'document.deregistrationLetter.body':
    '{name} may close; its licence {licenceNumber} was taken back and its seals destroyed. Please deregister the legal person (PEL 60).',
  'document.registrar.non_profit': 'Civil affairs',
  'document.registrar.for_profit': 'Market regulation',
  'notice.closure.title': 'Closure of {name} allowed',
  'notice.cancellation.title': 'Licence of {name} cancelled',
  'problem.ALREADY_CLOSING': 'This school is being closed, or has been cancelled.',
  'problem.CLAIMS_OUT_OF_ORDER': 'Not in order: refunds first, then wages and insurance, then other debts.',
  'page.condition.ALREADY_CLOSING': 'The school is not being closed.',
  'page.condition.ANNOUNCED_TOO_LATE': 'The closure was announced six months ahead.',
  'page.condition.CLOSING_DAY_PAST': 'The planned day of closing is ahead.',
  'page.condition.PUPILS_NOT_PLACED': 'All pupils have a place elsewhere.',
  'page.condition.REFUNDS_NOT_SECURED': 'Prepaid fees can be paid back.',
};
