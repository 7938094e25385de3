/** A notice, decision or other letter of the bureau (文书), in the layout of GB/T 9704. */
export interface NoticeContent {
  template: 'notice';
  /** The red head and the signature, e.g. 包头市昆都仑区教育局. */
  authority: string;
  /** 文号, e.g. 昆教许受〔2026〕1号. */
  number: string;
  title: string;
  /** With its colon, e.g. 昆都仑区样例幼儿园： */
  addressee: string;
  paragraphs: string[];
  /** Printed after the paragraphs: lines of a correction notice, verdicts. Its head repeats on every page. */
  table?: NoticeTable;
  /** Remedies and the like, after the table. May be empty. */
  closing: string[];
  /** YYYY-MM-DD, printed as 2026年3月2日. */
  date: string;
  /** The lower line of the round seal, e.g. 行政许可专用章. The authority stands on its arc. */
  sealText: string;
  /** Who signs in the place of the authority, in words; such a paper carries no seal of the authority. */
  signer?: string;
  /** What the QR code says; not printed as text. */
  qr: string;
  qrCaption: string;
  /** True: 演示 behind every page, in the seal and in the footer, so that nobody takes it for a real document. */
  demo: boolean;
  /** Small print at the foot of every page, e.g. the case number. */
  footer: string;
}

export interface NoticeTable {
  head: string[];
  rows: string[][];
}

/** The licence (中华人民共和国民办学校办学许可证): original (正本) or duplicate (副本). All dates YYYY-MM-DD. */
export interface LicenceContent {
  template: 'licence-original' | 'licence-duplicate';
  /** 编号, e.g. 教民115020360000010号. */
  number: string;
  name: string;
  address: string;
  /** 校长; printed as 园长 when the school type is a kindergarten. */
  principal: string;
  schoolType: string;
  /** 办学内容 */
  content: string;
  /** 主管部门 */
  supervisingAuthority: string;
  validFrom: string;
  validTo: string;
  issuingAuthority: string;
  issuedOn: string;
  /** 举办者; printed on the duplicate only, as are the next two. */
  sponsor?: string;
  /** 法定代表人 */
  legalRepresentative?: string;
  /** 法人属性 */
  nature?: string;
  /** 证照类型代码 among electronic licences (GB/T 36904); printed where the county knows it. */
  typeCode?: string;
  /** 补发: why it was printed again, where that has to stand on it. */
  mark?: string;
  qr: string;
  sealText: string;
  demo: boolean;
}

/** One piece of a sheet. */
export type SheetBlock =
  | { kind: 'text' | 'head'; text: string }
  | { kind: 'lines'; ordered: boolean; lines: string[] }
  | { kind: 'facts'; rows: [string, string][] }
  /** `tick`: a box to be ticked by hand before each row. A row of empty cells is high enough to write in. */
  | { kind: 'table'; head: string[]; rows: string[][]; tick: boolean }
  /** To be filled in by hand; with options, one box each, else a line. */
  | { kind: 'fields'; rows: { label: string; hint: string; options: string[] }[] };

/** What everybody may take along: a guide, a checklist, a model form (办事指南、材料清单、格式文本). Without a seal. */
export interface SheetContent {
  template: 'sheet';
  language: 'zh' | 'en';
  authority: string;
  title: string;
  subtitle: string;
  sections: { title: string; blocks: SheetBlock[] }[];
  /** The address of the page it is printed from. */
  qr: string;
  qrCaption: string;
  demo: boolean;
  /** Version and hash of what it was made from, at the foot of every page beside the page number. */
  footer: string;
}

export type PdfContent = NoticeContent | LicenceContent | SheetContent;
