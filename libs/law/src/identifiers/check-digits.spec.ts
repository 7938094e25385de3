import fc from 'fast-check';
import { addDays, plainDate } from '../plain-date.js';
import { checkCitizenNumber, completeCitizenNumber } from './citizen-number.js';
import { checkCreditCode, completeCreditCode } from './credit-code.js';
import { licenceNumber, parseLicenceNumber, SCHOOL_LEVELS, type SchoolLevel } from './licence-number.js';
import { noticeNumber, noticeNumberIn, parseNoticeNumber } from './notice-number.js';
import { checkOrganisationCode, completeOrganisationCode } from './organisation-code.js';
import { REGIONS } from './regions.js';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const of = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length });
const region = fc.constantFrom(...REGIONS.map(({ code }) => code));
const creditCode = fc
  .tuple(fc.constantFrom('11', '12', '51', '52', '53', '91', '92', '93'), region, of(CREDIT, 8))
  .map((parts) => completeCreditCode(parts.join('')));
const citizenNumber = fc
  .tuple(region, fc.integer({ min: 0, max: 50_000 }), of('0123456789', 3))
  .map(([code, days, order]) => code + addDays(plainDate('1880-01-01'), days).replaceAll('-', '') + order)
  .map(completeCitizenNumber);

/** Every code that differs from this one in exactly one character. */
const slipsOf = (code: string, characters: string): string[] =>
  [...code].flatMap((right, i) =>
    [...characters].filter((wrong) => wrong !== right).map((wrong) => code.slice(0, i) + wrong + code.slice(i + 1)),
  );
const swapsOf = (code: string): string[] =>
  [...code]
    .slice(1)
    .map((next, i) => code.slice(0, i) + next + code.charAt(i) + code.slice(i + 2))
    .filter((swapped) => swapped !== code);

describe('what the check characters catch', () => {
  it('统一社会信用代码: what is completed is valid; every slip of one character is refused, and of two neighbours', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        expect(checkCreditCode(code)).toEqual({ ok: true });
        expect([...slipsOf(code, LETTERS), ...swapsOf(code)].filter((slip) => checkCreditCode(slip).ok)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('公民身份号码: what is completed is valid; every slip of one character is refused', () => {
    fc.assert(
      fc.property(citizenNumber, (number) => {
        expect(checkCitizenNumber(number)).toEqual({ ok: true });
        expect(slipsOf(number, '0123456789X').filter((slip) => checkCitizenNumber(slip).ok)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('组织机构代码: it cannot tell characters whose values differ by a multiple of 11, and tells all others', () => {
    const value = (code: string, i: number): number => LETTERS.indexOf(code.charAt(i));
    fc.assert(
      fc.property(of(LETTERS, 8).map(completeOrganisationCode), (code) => {
        expect(checkOrganisationCode(code)).toEqual({ ok: true });
        for (const slip of slipsOf(code, LETTERS)) {
          const at = [...code].findIndex((right, i) => right !== slip.charAt(i));
          const unseen = at < 8 && (value(code, at) - value(slip, at)) % 11 === 0;
          expect([slip, checkOrganisationCode(slip).ok]).toEqual([slip, unseen]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('numbers that are given are read back', () => {
  it('办学许可证编号', () => {
    const level = fc.constantFrom(...(Object.keys(SCHOOL_LEVELS) as SchoolLevel[]));
    fc.assert(
      fc.property(region, level, fc.integer({ min: 1, max: 999_999 }), (code, of, serial) => {
        expect(parseLicenceNumber(licenceNumber(code, of, serial))).toEqual({
          ok: true,
          value: { digits: 15, region: code, level: of, serial },
        });
      }),
    );
  });

  it('发文字号, whatever brackets are typed', () => {
    const brackets = fc.constantFrom('〔〕', '[]', '［］', '【】', '()', '（）', '〖〗', '{}');
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 99_999 }),
        brackets,
        (year, serial, pair) => {
          const number = noticeNumber('昆教许决', year, serial);
          expect(parseNoticeNumber(number)).toMatchObject({ value: { year, serial } });
          expect(noticeNumberIn(number.replace('〔', pair.charAt(0)).replace('〕', pair.charAt(1)))).toBe(number);
        },
      ),
    );
  });
});
