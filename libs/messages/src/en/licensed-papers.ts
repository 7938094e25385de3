import type { licensedPapers as zh } from '../zh-CN/licensed-papers.js';

/** Papers of changes and filings, notices, and the conditions on their guides. */
export const licensedPapers: Record<keyof typeof zh, string> = {
  'document.changeDecision.title': 'Decision to allow the change',
  'document.changeDecision.body':
    '{matter}: the change is allowed ({name}). The licence keeps its number {licenceNumber}, {validFrom} to {validTo}; earlier prints are void.',
  'document.changeDecision.body.CHG-NAME':
    '{matter}: {oldName} is renamed {name}. The licence keeps its number {licenceNumber}, {validFrom} to {validTo}; earlier prints are void.',
  'document.changeDecision.body.CHG-ADDR':
    '{matter}: {name} is allowed its new address: {places}. The licence keeps its number {licenceNumber}, {validFrom} to {validTo}; earlier prints are void.',
  'document.changeDecision.body.CHG-SPONSOR':
    '{matter}: the sponsors of {name} are {sponsors}. The licence keeps its number {licenceNumber}, {validFrom} to {validTo}; earlier prints are void.',
  'document.filingNotice.title': 'Notice of filing',
  'document.filingNotice.body': '{matter} of {name} was filed on {today}. A filing is not an approval.',
  'document.notFiledNotice.title': 'Notice that it was not filed',
  'document.notFiledNotice.body': '{matter} of {name} is not filed: {reasons} ({article}). It can be handed in again.',
  'page.guide.machine.name-change': 'Change of name',
  'page.guide.machine.address-change': 'Change of address',
  'page.guide.machine.sponsor-change': 'Change of sponsor',
  'page.guide.machine.legal-representative': 'Filing of the legal representative',
  'page.guide.machine.principal': 'Filing of the principal',
  'page.guide.machine.governance': 'Filing of the decision body',
  'page.guide.machine.advertisement': 'Filing of advertisements',
  'page.guide.machine.reissue': 'Re-issue',
  'page.guide.machine.inclusive': 'Recognition as inclusive',
  'page.guide.machine.quality': 'Confirmation of quality',
  'page.guide.machine.closure': 'Closure of a school',
  'notice.change.title': 'Change of {name} allowed',
  'page.condition.SCHOOL_DOES_NOT_GO_ON': 'The school goes on.',
  'page.condition.NAME_UNCHANGED': 'The new name is another one.',
  'page.condition.ADDRESS_UNCHANGED': 'The new address is another one.',
  'page.condition.SPONSORS_UNCHANGED': 'The sponsors change.',
  'page.condition.REPRESENTATIVE_UNCHANGED': 'The legal representative changes.',
  'page.condition.REPRESENTATIVE_NOT_PRINCIPAL': 'If the principal: the registered one.',
  'page.condition.PRINCIPAL_UNCHANGED': 'The principal changes.',
  'page.condition.NOT_TWO_THIRDS': 'Two thirds of all members of the decision body agree.',
  'page.condition.NO_MAJORITY': 'More than half of all members of the decision body agree.',
  'page.condition.NOT_SETTLED': 'The financial settlement is done.',
};
