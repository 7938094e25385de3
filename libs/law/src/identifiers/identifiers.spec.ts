import { plainDate } from '../plain-date.js';
import { caseNumber, parseCaseNumber } from './case-number.js';
import { checkCitizenNumber, maskCitizenNumber } from './citizen-number.js';
import { checkCreditCode } from './credit-code.js';
import { checkLicenceNumber, licenceNumber, licenceNumberIn, parseLicenceNumber } from './licence-number.js';
import { noticeNumber, noticeNumberIn, parseNoticeNumber } from './notice-number.js';
import { checkOrganisationCode } from './organisation-code.js';
import { isKnownProvince, isKnownRegion, regionChain, regionOf, REGIONS } from './regions.js';

const VALID_CREDIT_CODES = [
  '91350100M000100Y43',
  '9144030071526726XG',
  '914403001922038216',
  '91330100799655058B',
  '52150203MJ00000183',
  '91150203MA00000158',
  '12150203000000027H',
  '11150203000000019R',
];

describe('统一社会信用代码 (vectors of catalogue 7.1)', () => {
  it.each(VALID_CREDIT_CODES)('%s is valid, its organisation code too', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true });
    expect(checkOrganisationCode(code.slice(8, 17))).toEqual({ ok: true });
  });
  it.each([
    ['91350100M000100Y44', 'CREDIT_CODE_CHECK_DIGIT'],
    ['91350100I000100Y43', 'CREDIT_CODE_FORM'],
    ['91350100m000100Y43', 'CREDIT_CODE_FORM'],
    ['91350100M000100Y4', 'CREDIT_CODE_FORM'],
    ['00150203MA00000158', 'CREDIT_CODE_KIND'],
    // position 17 changed and the last character made to fit: only the organisation code notices
    ['91150203MA0000011U', 'CREDIT_CODE_ORGANISATION'],
  ])('%s: %s', (number, code) => expect(checkCreditCode(number)).toEqual({ ok: false, code }));
  it.each([
    ['M000100Y4', { ok: true }],
    ['71526726X', { ok: true }],
    ['715267260', { ok: false, code: 'ORGANISATION_CODE_CHECK_DIGIT' }],
    ['71526726', { ok: false, code: 'ORGANISATION_CODE_FORM' }],
  ])('组织机构代码 %s', (number, check) => expect(checkOrganisationCode(number)).toEqual(check));
});

describe('公民身份号码 (vectors of catalogue 7.2)', () => {
  const today = plainDate('2026-03-02');
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '150203188001010017',
    '15020318800101005X',
    '150202188006150012',
  ])('%s is valid', (number) => expect(checkCitizenNumber(number, today)).toEqual({ ok: true }));
  it.each([
    ['150203188001010018', 'CITIZEN_NUMBER_CHECK_DIGIT'],
    ['150203188002300016', 'CITIZEN_NUMBER_DATE'],
    ['15020318800101001', 'CITIZEN_NUMBER_FORM'],
    ['15020318800101005x', 'CITIZEN_NUMBER_FORM'],
    ['160203188001010017', 'CITIZEN_NUMBER_REGION'],
    ['000203188001010017', 'CITIZEN_NUMBER_REGION'],
    ['150203202603030012', 'CITIZEN_NUMBER_FUTURE'],
  ])('%s: %s', (number, code) => expect(checkCitizenNumber(number, today)).toEqual({ ok: false, code }));
  it('who is born today is born', () =>
    expect(checkCitizenNumber('150203202603020014', today)).not.toEqual({ ok: false, code: 'CITIZEN_NUMBER_FUTURE' }));
  it('is masked but for its ends', () => expect(maskCitizenNumber('150203188001010017')).toBe('150***********0017'));
});

describe('行政区划 (GB/T 2260, catalogue 7.4)', () => {
  it.each([
    ['150000', '内蒙古自治区'],
    ['150200', '包头市'],
    ['150202', '东河区'],
    ['150203', '昆都仑区'],
    ['150204', '青山区'],
    ['150205', '石拐区'],
    ['150206', '白云鄂博矿区'],
    ['150207', '九原区'],
    ['150221', '土默特右旗'],
    ['150222', '固阳县'],
    ['150223', '达尔罕茂明安联合旗'],
  ])('%s is %s', (code, nameZh) => {
    expect(regionOf(code).nameZh).toBe(nameZh);
    expect(REGIONS).toHaveLength(11);
  });
  it('a district belongs to its city, and that to its region', () => {
    expect(regionChain('150203').map(({ nameZh }) => nameZh)).toEqual(['昆都仑区', '包头市', '内蒙古自治区']);
    expect(regionChain('150200').map(({ code }) => code)).toEqual(['150200', '150000']);
    expect(regionChain('150000').map(({ code }) => code)).toEqual(['150000']);
  });
  it.each(['150299', '110105', '15020', '', 'constructor'])('"%s" is refused', (code) => {
    expect(() => regionChain(code)).toThrow('REGION_UNKNOWN');
    expect(isKnownRegion(code)).toBe(false);
  });
  it('every province that exists, and no other', () => {
    expect(['11', '15', '71', '82'].every(isKnownProvince)).toBe(true);
    expect(['00', '16', '29', '38', '47', '55', '66', '72', '91'].some(isKnownProvince)).toBe(false);
  });
});

describe('办学许可证编号 (catalogue 7.3)', () => {
  it('is made of region, level and serial', () => {
    expect(licenceNumber('150203', 'kindergarten', 1)).toBe('教民115020360000010');
    expect(licenceNumber('150203', 'tutoring', 1)).toBe('教民115020370000010');
    expect(() => licenceNumber('150299', 'tutoring', 1)).toThrow('REGION_UNKNOWN');
    for (const serial of [0, -1, 1.5, 1_000_000])
      expect(() => licenceNumber('150203', 'tutoring', serial)).toThrow('LICENCE_NUMBER_SERIAL');
  });
  it.each([
    ['教民115020360000010号', 15, 'kindergarten', 1],
    ['教民115020370000010', 15, 'tutoring', 1],
    ['教民1502036000001', 13, 'kindergarten', 1],
    ['教民1502025000123号', 13, 'primary', 123],
  ])('%s', (number, digits, level, serial) => {
    expect(checkLicenceNumber(number)).toEqual({ ok: true });
    expect(parseLicenceNumber(number)).toMatchObject({ value: { digits, level, serial } });
  });
  it.each([
    ['教民115020390000010', 'LICENCE_NUMBER_LEVEL'],
    ['教民115020300000010', 'LICENCE_NUMBER_LEVEL'],
    ['教民115029960000010', 'LICENCE_NUMBER_REGION'],
    ['教民11502036000001', 'LICENCE_NUMBER_FORM'],
    ['教民１１５０２０３６０００００１０', 'LICENCE_NUMBER_FORM'],
    ['人社民1234567890123', 'LICENCE_NUMBER_FORM'],
  ])('%s: %s', (number, code) => expect(checkLicenceNumber(number)).toEqual({ ok: false, code }));
  it.each([
    ['115020360000010', '教民115020360000010'],
    ['编号：教民 １１５０２０３６０００００１０ 号', '教民115020360000010'],
    ['教民1502036000001号', '教民1502036000001'],
    ['914403001922038216', null],
    ['11502036000001', null],
    ['阳光', null],
  ])('"%s" as typed is %s', (typed, number) => expect(licenceNumberIn(typed)).toBe(number));
});

describe('发文字号 (GB/T 9704, catalogue 7.6)', () => {
  it('is written with six-cornered brackets, the year in full, without a leading zero', () => {
    expect(noticeNumber('昆教许决', 2026, 1)).toBe('昆教许决〔2026〕1号');
    expect(parseNoticeNumber('昆教许决〔2026〕1号')).toEqual({
      ok: true,
      value: { prefix: '昆教许决', year: 2026, serial: 1 },
    });
    expect(() => noticeNumber('昆教许决', 26, 1)).toThrow('NOTICE_NUMBER_FORM');
    expect(() => noticeNumber('昆教许决', 2026, 0)).toThrow('NOTICE_NUMBER_FORM');
    expect(() => noticeNumber('', 2026, 1)).toThrow('NOTICE_NUMBER_FORM');
  });
  it.each([
    ['昆教许决〔26〕1号', 'NOTICE_NUMBER_YEAR'],
    ['昆教许决〔2026〕01号', 'NOTICE_NUMBER_SERIAL'],
    ['昆教许决〔2026〕0号', 'NOTICE_NUMBER_SERIAL'],
    ['昆教许决[2026]1号', 'NOTICE_NUMBER_FORM'],
    ['〔2026〕1号', 'NOTICE_NUMBER_FORM'],
  ])('%s: %s', (number, code) => expect(parseNoticeNumber(number)).toEqual({ ok: false, code }));
  it.each([
    '昆教许决[2026]1号',
    '昆教许决【2026】1',
    '昆教许决（２０２６）第1号',
    '昆教许决 ［2026］ 1 号',
    '昆教许决〔2026〕1号',
  ])('%s as typed', (typed) => expect(noticeNumberIn(typed)).toBe('昆教许决〔2026〕1号'));
  it.each(['昆教许决2026年1号', '昆教许决〔2026〕01号', '2026', ''])('"%s" is none', (typed) =>
    expect(noticeNumberIn(typed)).toBeNull(),
  );
});

describe('办件编号', () => {
  it('is region, day and serial of the day, and is read back', () => {
    const on = plainDate('2026-03-02');
    expect(caseNumber('150203', on, 7)).toBe('150203-20260302-0007');
    expect(parseCaseNumber(caseNumber('150203', on, 12_345))).toEqual({
      ok: true,
      value: { region: '150203', on, serial: 12_345 },
    });
    expect(() => caseNumber('150203', on, 0)).toThrow('CASE_NUMBER_SERIAL');
  });
  it.each([
    ['150299-20260302-0007', 'CASE_NUMBER_REGION'],
    ['150203-20260230-0007', 'CASE_NUMBER_DATE'],
    ['150203-20260302-0000', 'CASE_NUMBER_SERIAL'],
    ['150203-20260302-007', 'CASE_NUMBER_FORM'],
    ['150203-20260302-00007', 'CASE_NUMBER_FORM'],
    ['15020320260302', 'CASE_NUMBER_FORM'],
  ])('%s: %s', (number, code) => expect(parseCaseNumber(number)).toEqual({ ok: false, code }));
});
