import { rankOf } from '../article.js';
import { countyPacks } from '../../../../test/builders/pack.js';
import { isPeriod, type MatterPack } from './pack.js';

/**
 * The matters as the catalogue of the field has them: code, name, type of power, statutory limit (+ extension), default
 * promise with how sure it is, and the ids of the lines. The packs must say the same.
 */
const CATALOGUE = `
PREP | 民办学校筹设审批 | 01 | 30 calendar_day | 15 working_day assumption | GEN-APP GEN-ID EST-REPORT EST-SPONSOR EST-ASSET EST-DONATE EST-JOINT GEN-POA
EST-FORMAL | 民办学校正式设立审批（经筹设） | 01 | 3 month | 20 working_day assumption | GEN-APP EST-PREPAPP EST-PREPREP EST-CHARTER EST-BOARD EST-ASSETEFF EST-STAFF PRM-RIGHT PRM-STRUCT PRM-FIRE PRM-HEALTH EST-NAME EST-SUPV EST-PARTY EST-POLICY EST-TEACH EST-EQUIP PRM-PLAN GEN-POA
EST-DIRECT | 民办学校直接申请正式设立 | 01 | 3 month | 20 working_day assumption | GEN-APP GEN-ID EST-REPORT EST-SPONSOR EST-ASSET EST-DONATE EST-JOINT EST-CHARTER EST-BOARD EST-ASSETEFF EST-STAFF PRM-RIGHT PRM-STRUCT PRM-FIRE PRM-HEALTH EST-NAME EST-SUPV EST-PARTY EST-POLICY EST-TEACH EST-EQUIP PRM-PLAN GEN-POA
DIVISION | 民办学校分立审批 | 01 | 3 month | 20 working_day assumption | GEN-APP CHG-RES CHG-LIQ CHG-PLAN CHG-CHARTER EST-BOARD EST-ASSETEFF EST-STAFF CHG-LICENCE PRM-RIGHT PRM-FIRE PRM-STRUCT PRM-HEALTH
MERGER | 民办学校合并审批 | 01 | 3 month | 20 working_day assumption | GEN-APP CHG-RES CHG-LIQ CHG-PLAN CHG-CHARTER EST-BOARD EST-ASSETEFF CHG-LICENCE
CHG-NAME | 民办学校名称变更 | 01 | 20 working_day +10 | 5 working_day assumption | GEN-APP CHG-RES CHG-CHARTER EST-NAME CHG-LICENCE
CHG-LEVEL | 民办学校办学层次、类别变更 | 01 | 3 month | 20 working_day assumption | GEN-APP CHG-RES CHG-CHARTER CHG-FIELD EST-STAFF PRM-RIGHT PRM-FIRE PRM-STRUCT PRM-HEALTH CHG-LICENCE
CHG-ADDR | 民办学校办学地址变更（含增设校区） | 01 | 20 working_day +10 | 15 working_day assumption | GEN-APP CHG-RES PRM-RIGHT PRM-STRUCT PRM-FIRE PRM-HEALTH PRM-PLAN EST-POLICY EST-EQUIP CHG-CHARTER CHG-LICENCE
CHG-SPONSOR | 民办学校举办者变更核准 | 01 | 20 working_day +10 | 12 working_day common-practice | GEN-APP CHG-SPAPP CHG-RES CHG-LIQ CHG-SPAGR CHG-NEWSP CHG-CHARTER EST-BOARD CHG-LICENCE
CHG-LEGALREP | 法定代表人变更（决策机构负责人） | 10 | none | 3 working_day assumption | GEN-APP CHG-RES CHG-APPT CHG-LICENCE
CHG-PRINCIPAL | 校长（园长）变更备案 | 10 | none | 3 working_day assumption | GEN-APP CHG-RES CHG-APPT CHG-LICENCE
FILE-GOV | 决策机构成员、章程备案 | 10 | none | 3 working_day assumption | GEN-APP CHG-RES EST-BOARD CHG-CHARTER
TERM-VOL | 民办学校终止审批（自行终止） | 01 | 20 working_day +10 | 10 working_day assumption | GEN-APP CHG-RES TRM-ANN TRM-PLAN TRM-STUD TRM-STAFF TRM-LIQ CHG-LICENCE TRM-SEAL
TERM-INSOLV | 资不抵债终止 | 10 | none | - | TRM-STUD TRM-LIQ CHG-LICENCE TRM-SEAL
TERM-REVOKE | 吊销办学许可证后终止 | 02 | 90 calendar_day | - | 
LAPSE | 许可到期自然废止公告 | 10 | none | 5 working_day assumption | 
RENEW | 办学许可证延续 | 01 | date | 10 working_day assumption | RNW-APP RNW-SELF RNW-AUDIT CHG-LICENCE
REISSUE | 办学许可证遗失、损毁补证 | 10 | none | 3 working_day assumption | GEN-APP LST-DECL
ANNUAL | 民办学校年度检查 | 06 | date | 60 working_day assumption | ANN-REP RNW-AUDIT
QUALITY | 民办学校办学水平和质量评估的确认 | 07 | none | 40 working_day assumption | GEN-APP QEV-SELF
ECC-RECOG | 幼儿中心认定 | 07 | none | 20 working_day assumption | GEN-APP GEN-ID PRM-RIGHT PRM-STRUCT PRM-FIRE PRM-HEALTH EST-STAFF EST-POLICY PRM-PLAN
TRN-SUBJ | 学科类校外培训机构设立 | 01 | 3 month | 20 working_day assumption | GEN-APP
TRN-NONSUBJ | 非学科类校外培训机构设立 | 01 | 3 month | 20 working_day assumption | GEN-APP GEN-ID EST-REPORT EST-ASSET EST-CHARTER EST-BOARD EST-ASSETEFF EST-STAFF PRM-RIGHT PRM-STRUCT PRM-FIRE EST-NAME TRN-CLASS TRN-DEPT TRN-STAFF TRN-MAT TRN-FEE EST-POLICY PRM-PLAN TRN-ESCROW
TRN-CHG | 校外培训机构变更、终止 | 01 | as matter | 10 working_day assumption | GEN-APP CHG-RES
REOPEN | 复课（开学）检查 | 06 | none | - | 
KG-INCL | 普惠性民办幼儿园认定 | 07 | none | 20 working_day assumption | GEN-APP RNW-AUDIT
FILE-AD | 招生简章和广告备案 | 10 | none | 3 working_day assumption | FIL-AD
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [string, string, string, string, string, string]);

const packs = new Map(countyPacks().map((pack) => [pack.code, pack]));
const packOf = (code: string): MatterPack => packs.get(code) as MatterPack;

function statutoryOf({ limits: { statutory } }: MatterPack): string {
  if (isPeriod(statutory)) {
    const { length, unit, extension } = statutory;
    return `${length} ${unit}${extension ? ` +${extension.length}` : ''}`;
  }
  if ('date' in statutory) return 'date';
  return 'asMatter' in statutory ? 'as matter' : 'none';
}

it.each(CATALOGUE)('%s is what the catalogue says', (code, name, power, statutory, promise, lines = '') => {
  const pack = packOf(code);
  const { promised } = pack.limits;
  expect(pack.nameZh).toBe(name);
  expect(pack.powerCode).toBe(power);
  expect(statutoryOf(pack)).toBe(statutory);
  expect(promised ? `${promised.length} ${promised.unit} ${promised.confidence}` : '-').toBe(promise);
  expect(pack.materials.map(({ id }) => id).join(' ')).toBe(lines);
  expect(pack.fee).toMatchObject({ amount: 0, article: { ref: 'ALL 58' } });
});

it('the catalogue has no other matters', () => {
  expect([...packs.keys()].sort()).toEqual(CATALOGUE.map(([code]) => code).sort());
});

/** Lanes by family, as the customer asked for them (design 6.11); what is not here asks no other department. */
const PLACE = 'education_site health_site market_site hygiene_evaluation fire_acceptance structural_safety name_lookup';
const MOVED =
  'education_site health_site market_site fire_acceptance structural_safety health_on_record market_on_record';
const LANES: readonly [string, string][] = [
  ['EST-FORMAL', PLACE],
  ['EST-DIRECT', PLACE],
  ['CHG-ADDR', PLACE],
  ['CHG-LEVEL', `${PLACE} line_department_opinion classification_opinion`],
  ['DIVISION', `${MOVED} registration_lookup`],
  ['MERGER', `${MOVED} registration_lookup`],
  ['CHG-NAME', 'health_on_record name_lookup'],
  ['CHG-SPONSOR', 'health_on_record credit_lookup'],
  ['RENEW', 'health_on_record market_on_record'],
  ['ANNUAL', 'health_on_record market_on_record'],
  ['TERM-VOL', 'health_open_cases market_open_cases'],
  ['REOPEN', 'health_site market_site education_site'],
  ['PREP', 'layout_plan credit_lookup'],
  [
    'TRN-NONSUBJ',
    'education_site health_site market_site fire_acceptance structural_safety name_lookup line_department_opinion classification_opinion',
  ],
  ['TRN-CHG', `${MOVED} health_open_cases market_open_cases credit_lookup`],
];
it.each(LANES)('%s asks the other departments for what its family needs', (code, lanes) => {
  expect(
    packOf(code)
      .attestations.map(({ lane }) => lane)
      .join(' '),
  ).toBe(lanes);
});
it('filings and acts of the bureau ask nobody', () => {
  for (const { family, attestations } of packs.values())
    if (['filing', 'ex_officio'].includes(family)) expect(attestations).toEqual([]);
});

it('what has no ranked basis is voluntary or the bureau’s own work, and no such matter is open', () => {
  const ranked = (basis: MatterPack['basis']): boolean =>
    basis.some(({ law }) => !['normative_document', 'none'].includes(rankOf(law)));
  const unranked = [...packs.values()].flatMap(({ materials }) => materials.filter(({ basis }) => !ranked(basis)));
  expect(new Set(unranked.map(({ id }) => id))).toEqual(
    new Set(['PRM-PLAN', 'CHG-LICENCE', 'RNW-SELF', 'LST-DECL', 'TRN-STAFF', 'TRN-MAT', 'TRN-ESCROW', 'TRN-CLASS']),
  );
  for (const { role, source } of unranked) expect(role === 'voluntary' || source === 'agency').toBe(true);
  const off = [...packs.values()].filter(({ switchedOff }) => switchedOff !== null).map(({ code }) => code);
  expect(off).toEqual(['ECC-RECOG']);
});

it('extension exists for the twenty days of the Licensing Law and for joint handling, and nowhere else', () => {
  const extended = [...packs.values()].flatMap(({ code, limits: { statutory } }) =>
    isPeriod(statutory) && statutory.extension
      ? [`${code} ${statutory.extension.length} ${statutory.extension.unit} ${statutory.extension.approver}`]
      : [],
  );
  expect(extended).toEqual(
    ['CHG-NAME', 'CHG-ADDR', 'CHG-SPONSOR', 'TERM-VOL'].map((code) => `${code} 10 working_day head_of_agency`),
  );
  const { statutory } = packOf('TRN-NONSUBJ').limits;
  expect(statutory).toMatchObject({
    joint: { length: 45, unit: 'working_day', extension: { length: 15, approver: 'head_of_government' } },
  });
});

it('everything that people read is there in Chinese and in English', () => {
  const HAN = /\p{Script=Han}/u;
  for (const pack of packs.values()) {
    const said = [
      ...[...pack.steps, ...pack.results, ...pack.notes, ...pack.preconditions, pack.onSite, pack.publicNotice],
      ...[...pack.materials, ...pack.attestations, pack].map(({ nameZh: zh, nameEn: en }) => ({ zh, en })),
      ...pack.materials.map(({ sampleZh: zh, sampleEn: en }) => ({ zh, en })),
      { zh: pack.applicantZh, en: pack.applicantEn },
    ];
    for (const { zh, en } of said) {
      expect([pack.code, zh, HAN.test(zh)]).toEqual([pack.code, zh, true]);
      expect([pack.code, en, HAN.test(en)]).toEqual([pack.code, en, false]);
    }
  }
});
