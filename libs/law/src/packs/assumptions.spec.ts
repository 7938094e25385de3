import { countyPacks } from '../../../../test/builders/pack.js';
import { assumptionsOf, readingRows } from './assumptions.js';
import { READING_KEYS } from '../readings.js';
import { DECISIONS, OPEN_POINTS } from './open-points.js';
import type { MatterPack } from './pack.js';
import { existsSync } from 'node:fs';

const packs = new Map(countyPacks().map((pack) => [pack.code, pack]));
const rowsOf = (code: string) => assumptionsOf(packs.get(code) as MatterPack);

const ROWS: readonly [string, string, string, string, string][] = [
  ['EST-DIRECT', '承诺时限', '20 working_day', 'assumption', 'national/EST-DIRECT.yaml'],
  ['EST-DIRECT', '开办资金最低额', '300000 CNY', 'assumption', '150203/EST-DIRECT.yaml'],
  ['EST-DIRECT', '许可证有效期', '5 year', 'assumption', 'national/EST-DIRECT.yaml'],
  ['EST-DIRECT', '内部时限', '14 + 2 + 4 working_day', 'assumption', 'national/EST-DIRECT.yaml'],
  ['EST-DIRECT', '法定时限的计算单位', '3 month', 'assumption', 'national/EST-DIRECT.yaml'],
  ['EST-DIRECT', '服务热线', '待教育局确认', 'assumption', '150203/authority.yaml'],
  ['CHG-SPONSOR', '承诺时限', '12 working_day', 'common-practice', 'national/CHG-SPONSOR.yaml'],
  ['REISSUE', '办理依据', 'common-practice', 'common-practice', 'national/REISSUE.yaml'],
  ['RENEW', 'health_on_record 卫生健康有效核验记录', 'assumption', 'assumption', 'national/lanes.yaml'],
  ['TERM-VOL', '拟终止公告在计划终止日前六个月发布', 'assumption', 'assumption', 'national/TERM-VOL.yaml'],
  ['TERM-VOL', 'CHG-LICENCE 办学许可证正、副本原件', 'common-practice', 'common-practice', 'national/materials.yaml'],
];

it.each(ROWS)('%s: %s', (code, nameZh, value, confidence, where) => {
  expect(rowsOf(code)).toContainEqual(expect.objectContaining({ nameZh, value, confidence, where }));
});

it('names everything in Chinese and in English, and each thing once', () => {
  for (const code of packs.keys()) {
    const rows = rowsOf(code);
    for (const { nameZh, nameEn } of rows) {
      expect([code, nameZh, /\p{Script=Han}/u.test(nameZh)]).toEqual([code, nameZh, true]);
      expect([code, nameEn, /\p{Script=Han}/u.test(nameEn)]).toEqual([code, nameEn, false]);
    }
    expect(new Set(rows.map(({ nameZh }) => nameZh)).size).toBe(rows.length);
  }
});

it('lists nothing that is law', () => {
  const lawful = { ...(packs.get('FILE-AD') as MatterPack), confidence: {}, limits: undefined, authority: {} };
  expect(assumptionsOf(lawful as unknown as MatterPack)).toEqual([]);
});

describe('the open points of the catalogue', () => {
  it('are all listed, in both languages, as to be confirmed', () => {
    expect(OPEN_POINTS.map(({ nameZh }) => nameZh.split(' ')[0])).toEqual(
      Array.from({ length: 17 }, (_, i) => `O-${i + 1}`),
    );
    for (const { nameZh, nameEn, confidence } of [...OPEN_POINTS, ...DECISIONS]) {
      expect([nameZh, /\p{Script=Han}/u.test(nameZh), confidence]).toEqual([nameZh, true, 'assumption']);
      expect([nameEn, /\p{Script=Han}/u.test(nameEn)]).toEqual([nameEn, false]);
    }
  });

  it("are changed without a change of code: in a pack, in the county's file or on a page", () => {
    for (const { where } of OPEN_POINTS) expect(where).toMatch(/^(\/app\/|\d{6}\/|national\/)/);
  });

  it('name a place that exists', () => {
    for (const { where } of [...OPEN_POINTS, ...DECISIONS]) {
      const [file = '', key = ''] = where.split(' ');
      if (key.startsWith('readings.')) expect(READING_KEYS).toContain(key.slice('readings.'.length));
      if (file.startsWith('/app/') || file.includes('*')) continue;
      const path = /^(libs|docs)\//.test(file) ? file : `libs/law/packs/${file}`;
      expect([where, existsSync(path)]).toEqual([where, true]);
    }
  });
});

describe('the readings of the county', () => {
  const [pack] = packs.values();
  const rows = readingRows(pack as MatterPack);

  it('are all listed with their value, and where it is changed', () => {
    expect(rows.map(({ where }) => where)).toEqual(READING_KEYS.map((key) => `150203/authority.yaml readings.${key}`));
    expect(rows.find(({ nameZh }) => nameZh.startsWith('申请听证'))).toMatchObject({
      value: 'hearingRequest.working_day',
    });
    expect(rows.find(({ nameZh }) => nameZh.startsWith('督办'))).toMatchObject({
      value: 'blue 70, yellow 90, yellowDaysLeft 1',
    });
  });
});
