import { LawError } from '../law-error.js';

/** 行政区划 as GB/T 2260 codes it: province, city and district, two digits each. */
export interface Region {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** The regions that this system serves and its neighbours (catalogue 7.4). */
export const REGIONS: readonly Region[] = [
  { code: '150000', nameZh: '内蒙古自治区', nameEn: 'Inner Mongolia Autonomous Region' },
  { code: '150200', nameZh: '包头市', nameEn: 'Baotou' },
  { code: '150202', nameZh: '东河区', nameEn: 'Donghe District' },
  { code: '150203', nameZh: '昆都仑区', nameEn: 'Kundulun District' },
  { code: '150204', nameZh: '青山区', nameEn: 'Qingshan District' },
  { code: '150205', nameZh: '石拐区', nameEn: 'Shiguai District' },
  { code: '150206', nameZh: '白云鄂博矿区', nameEn: 'Bayan Obo Mining District' },
  { code: '150207', nameZh: '九原区', nameEn: 'Jiuyuan District' },
  { code: '150221', nameZh: '土默特右旗', nameEn: 'Tumed Right Banner' },
  { code: '150222', nameZh: '固阳县', nameEn: 'Guyang County' },
  { code: '150223', nameZh: '达尔罕茂明安联合旗', nameEn: 'Darhan Muminggan United Banner' },
];

const BY_CODE = new Map(REGIONS.map((region) => [region.code, region]));

/** First two digits of every provincial region; 81-83 stand in the permits of residents of 港澳台. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83';
const KNOWN_PROVINCES: ReadonlySet<string> = new Set(PROVINCES.split(' '));

/** Whether a code begins with a province that exists; for numbers of people, who may come from anywhere. */
export const isKnownProvince = (code: string): boolean => KNOWN_PROVINCES.has(code.slice(0, 2));

export const isKnownRegion = (code: string): boolean => BY_CODE.has(code);

/** @throws LawError REGION_UNKNOWN */
export function regionOf(code: string): Region {
  const region = BY_CODE.get(code);
  if (!region) throw new LawError('REGION_UNKNOWN');
  return region;
}

/**
 * A region and all it belongs to, from the district upwards.
 * @throws LawError REGION_UNKNOWN, also where a link of the chain is not in the list
 */
export function regionChain(code: string): Region[] {
  const codes = [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return [...new Set(codes)].map(regionOf);
}
