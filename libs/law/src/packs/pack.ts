import type { Article } from '../article.js';
import type { Unit } from '../clock-rules.js';
import type { ExcludedGround } from '../clocks.js';
import type { Lane } from '../site-checklist.js';

export type Confidence = 'law' | 'common-practice' | 'assumption';
export type MaterialCondition = 'donated' | 'joint_sponsors' | 'agent' | 'kindergarten';

/** One line of the material list (材料清单). */
export interface MaterialLine {
  id: string;
  nameZh: string;
  nameEn: string;
  role: 'main' | 'secondary' | 'voluntary';
  condition?: MaterialCondition;
  /** `upload` only for what neither a register nor a form field gives (design 6.14). */
  source: 'upload' | 'form' | 'lookup';
  /** Form fields that make up the line, for `source: form`. */
  fields: readonly string[];
  tolerable: boolean;
  cureDays: number | null;
  basis: readonly Article[];
  confidence: Confidence;
  sampleZh: string;
}

export interface RequiredAttestation {
  lane: Lane;
  department: string;
  how: 'joint_site_check' | 'lookup' | 'paper';
  nameZh: string;
  nameEn: string;
  basis: readonly Article[];
}

export interface Authority {
  nameZh: string;
  nameEn: string;
  region: string;
  regionZh: string;
  reconsiderationBody: string;
  court: string;
  sealZh: string;
  licenceSealZh: string;
  hotline: string;
  officeZh: string;
  noticePrefixes: Readonly<Record<string, string>>;
}

/** Everything one county may set about one matter, and what the law sets for all: validated, hashed, pinned by each case. */
export interface MatterPack {
  code: string;
  version: string;
  hash: string;
  nameZh: string;
  nameEn: string;
  powerType: string;
  basis: readonly Article[];
  applicantZh: string;
  applicantEn: string;
  limits: {
    statutory: { length: number; unit: Unit; article: Article };
    promised: { length: number; unit: Unit; confidence: Confidence };
    correctionPeriod: { length: number; unit: Unit; confidence: Confidence };
    preReview: { length: number; unit: Unit };
    /** Working days of the promise by step; together no longer than the promise. */
    internal: { review: number; legality: number; decision: number };
  };
  maxTrips: number;
  fee: { amount: number; article: Article };
  licenceTermYears: number;
  requiredCapitalYuan: number;
  materials: readonly MaterialLine[];
  attestations: readonly RequiredAttestation[];
  specialProcedures: readonly ExcludedGround[];
  steps: readonly { zh: string; en: string }[];
  authority: Authority;
}
