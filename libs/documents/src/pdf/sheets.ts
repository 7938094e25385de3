import { chineseDate } from './chinese-date.js';
import { cleanLine, cleanParagraphs } from './clean-text.js';
import type { LicenceContent, NoticeContent, PdfContent } from './content.js';
import { plainSheet } from './plain-sheet.js';
import { tableSheet } from './table-columns.js';

/** What a template receives: everything ready to print, the QR code still apart. */
export type Sheet = Record<string, unknown>;

export function sheetOf(content: PdfContent): Sheet {
  if (content.template === 'notice') return noticeSheet(content);
  return content.template === 'sheet' ? plainSheet(content) : licenceSheet(content);
}

function noticeSheet(notice: NoticeContent): Sheet {
  return {
    documentTitle: `${cleanLine(notice.title)} ${cleanLine(notice.number)}`,
    authority: cleanLine(notice.authority),
    number: cleanLine(notice.number),
    title: cleanLine(notice.title),
    addressee: cleanLine(notice.addressee),
    paragraphs: cleanParagraphs(notice.paragraphs),
    table: notice.table ? tableSheet(notice.table) : null,
    closing: cleanParagraphs(notice.closing),
    date: chineseDate(notice.date),
    sealLine: sealLine(notice.authority, notice.sealText),
    signer: notice.signer ? cleanLine(notice.signer) : null,
    qrCaption: cleanLine(notice.qrCaption),
    demo: notice.demo,
    footer: cleanLine(notice.footer),
  };
}

function licenceSheet(licence: LicenceContent): Sheet {
  const field = (label: string, value = '') => ({ label, value: cleanLine(value) });
  const duplicateOnly =
    licence.template === 'licence-duplicate'
      ? [
          field('举办者', licence.sponsor),
          field('法定代表人', licence.legalRepresentative),
          field('法人属性', licence.nature),
        ]
      : [];
  return {
    documentTitle: `中华人民共和国民办学校办学许可证 ${cleanLine(licence.number)}`,
    authority: cleanLine(licence.issuingAuthority),
    number: cleanLine(licence.number),
    mark: licence.mark ? `·${cleanLine(licence.mark)}` : '',
    name: cleanLine(licence.name),
    fields: [
      field('名称', licence.name),
      field('地址', licence.address),
      ...duplicateOnly.slice(0, 2),
      field(principalLabel(licence.schoolType), licence.principal),
      field('学校类型', licence.schoolType),
      ...duplicateOnly.slice(2),
      field('办学内容', licence.content),
      field('主管部门', licence.supervisingAuthority),
      field('有效期限', `自${chineseDate(licence.validFrom)}至${chineseDate(licence.validTo)}`),
      ...(licence.typeCode ? [field('证照代码', licence.typeCode)] : []),
    ],
    date: chineseDate(licence.issuedOn),
    sealLine: sealLine(licence.issuingAuthority, licence.sealText),
    demo: licence.demo,
  };
}

/** A kindergarten has a 园长, every other school a 校长; the form allows either word. */
function principalLabel(schoolType: string): string {
  return schoolType.includes('幼儿') ? '园长' : '校长';
}

/** The arc of the seal already names the authority; a seal text that begins with it must not say it twice. */
function sealLine(authority: string, sealText: string): string {
  const text = cleanLine(sealText);
  const name = cleanLine(authority);
  return text.startsWith(name) ? text.slice(name.length).trim() : text;
}
