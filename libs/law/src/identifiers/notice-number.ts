import { LawError } from '../law-error.js';
import { refused, type Parsed } from './check.js';

/** 发文字号 of a document: who wrote it, in which year, the how-manieth (GB/T 9704-2012, 7.2.5). */
export interface NoticeNumber {
  /** 机关代字, such as 昆教许决. */
  prefix: string;
  year: number;
  serial: number;
}

/**
 * 机关代字〔年份〕序号号: six-cornered brackets, the year in full, no leading zero.
 * @throws LawError NOTICE_NUMBER_FORM on what would not be read back
 */
export function noticeNumber(prefix: string, year: number, serial: number): string {
  const number = `${prefix}〔${year}〕${serial}号`;
  if (!parseNoticeNumber(number).ok) throw new LawError('NOTICE_NUMBER_FORM');
  return number;
}

/** The parts of a number as it is printed. */
export function parseNoticeNumber(text: string): Parsed<NoticeNumber> {
  const [, prefix = '', year = '', serial = ''] = /^(\p{Script=Han}+)〔(\d+)〕(\d+)号$/u.exec(text) ?? [];
  if (!prefix) return refused('NOTICE_NUMBER_FORM');
  if (!/^[1-9]\d{3}$/.test(year)) return refused('NOTICE_NUMBER_YEAR');
  if (!/^[1-9]\d{0,8}$/.test(serial)) return refused('NOTICE_NUMBER_SERIAL');
  return { ok: true, value: { prefix, year: Number(year), serial: Number(serial) } };
}

/** What somebody typed in the form that is printed: any bracket will do, wide digits and spaces too, 号 may be left out. */
export function noticeNumberIn(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const printed = plain.replace(/[〔[【〖({〈<](\d+)[〕\]】〗)}〉>]第?(\d+)号?$/, '〔$1〕$2号');
  return parseNoticeNumber(printed).ok ? printed : null;
}
