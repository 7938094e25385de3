import { plainDate } from '../plain-date.js';
import { checkCitizenNumber, maskCitizenNumber } from './citizen-number.js';
import { checkCreditCode } from './credit-code.js';
import { caseNumber, checkLicenceNumber, licenceNumber, noticeNumber } from './numbers.js';

describe('统一社会信用代码 (vectors of catalogue 7.1)', () => {
  it.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
    '52150203MJ00000183',
    '91150203MA00000158',
    '12150203000000027H',
    '11150203000000019R',
  ])('%s is valid', (code) => expect(checkCreditCode(code)).toEqual({ ok: true }));
  it.each([
    ['91350100M000100Y44', 'CREDIT_CODE_CHECK_DIGIT'],
    ['91350100I000100Y43', 'CREDIT_CODE_FORM'],
    ['00150203MA00000158', 'CREDIT_CODE_KIND'],
  ])('%s: %s', (number, code) => expect(checkCreditCode(number)).toEqual({ ok: false, code }));
});

describe('公民身份号码 (vectors of catalogue 7.2)', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '150203188001010017',
    '15020318800101005X',
    '150202188006150012',
  ])('%s is valid', (number) => expect(checkCitizenNumber(number)).toEqual({ ok: true }));
  it.each([
    ['150203188001010018', 'CITIZEN_NUMBER_CHECK_DIGIT'],
    ['150203188002300016', 'CITIZEN_NUMBER_DATE'],
    ['15020318800101001', 'CITIZEN_NUMBER_FORM'],
  ])('%s: %s', (number, code) => expect(checkCitizenNumber(number)).toEqual({ ok: false, code }));
  it('is masked but for its ends', () => expect(maskCitizenNumber('150203188001010017')).toBe('150***********0017'));
});

describe('numbers the bureau gives', () => {
  it('licence', () => {
    expect(licenceNumber('150203', 'kindergarten', 1)).toBe('教民115020360000010');
    expect(licenceNumber('150203', 'tutoring', 1)).toBe('教民115020370000010');
    expect(checkLicenceNumber('教民115020360000010号')).toEqual({ ok: true });
    expect(checkLicenceNumber('教民1502036000001')).toEqual({ ok: true });
    expect(checkLicenceNumber('教民115020390000010')).toEqual({ ok: false, code: 'LICENCE_NUMBER_LEVEL' });
    expect(checkLicenceNumber('人社民1234567890123')).toEqual({ ok: false, code: 'LICENCE_NUMBER_FORM' });
  });
  it('notice and case', () => {
    expect(noticeNumber('昆教许决', 2026, 1)).toBe('昆教许决〔2026〕1号');
    expect(caseNumber('150203', plainDate('2026-03-02'), 7)).toBe('150203-20260302-0007');
  });
});
