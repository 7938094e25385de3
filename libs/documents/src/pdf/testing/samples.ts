import type { LicenceContent, NoticeContent } from '../content.js';

/** A notice of acceptance and a licence of an invented kindergarten, for tests. */
export const NOTICE_SAMPLE: NoticeContent = {
  template: 'notice',
  authority: '包头市昆都仑区教育局',
  number: '昆教许受〔2026〕1号',
  title: '行政许可申请受理通知书',
  addressee: '包头市昆都仑区样例幼儿园（筹）：',
  paragraphs: [
    '您提出的民办学校正式设立申请，材料齐全、符合法定形式，本机关决定受理。',
    '最迟2026年6月2日（周二）前告诉您结果。',
  ],
  closing: ['您可以扫描左下方二维码查看办理进度。'],
  date: '2026-03-02',
  sealText: '行政许可专用章',
  qr: 'https://xk.example.cn/verify/n/01HV7Z3K9Q',
  qrCaption: '扫码查验本通知书',
  demo: false,
  footer: '办件编号 KQ-2026-000123',
};

export const LICENCE_SAMPLE: LicenceContent = {
  template: 'licence-original',
  number: '教民115020360000010号',
  name: '包头市昆都仑区样例幼儿园',
  address: '内蒙古自治区包头市昆都仑区样例大街36号',
  principal: '样例园长·乙',
  schoolType: '民办幼儿园（非营利性）',
  content: '学前教育（三至六周岁，六个班）',
  supervisingAuthority: '包头市昆都仑区教育局',
  validFrom: '2026-03-16',
  validTo: '2031-03-15',
  issuingAuthority: '包头市昆都仑区教育局',
  issuedOn: '2026-03-16',
  qr: 'https://xk.example.cn/verify/l/115020360000010',
  sealText: '行政许可专用章',
  demo: false,
};

export const DUPLICATE_SAMPLE: LicenceContent = {
  ...LICENCE_SAMPLE,
  template: 'licence-duplicate',
  sponsor: '包头市样例教育咨询有限公司',
  legalRepresentative: '样例甲䶮',
  nature: '民办非企业单位（法人）',
};
