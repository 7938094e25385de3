import type { OnlineForm } from '../forms.js';
import type { Article } from '../article.js';
import type { Unit } from '../clock-rules.js';
import type { ExcludedGround } from '../clocks.js';
import type { Readings } from '../readings.js';
import type { CureFailure } from '../tolerance.js';
import type { OfficeHours } from '../office-hours.js';
import type { LawExtension } from '../statutory-limits.js';
import type { Family, LineStage, MaterialCondition, PackLane, PowerCode } from './terms.js';

export type Confidence = 'law' | 'common-practice' | 'assumption';
/** Whether a step is part of a matter. */
export type Need = 'compulsory' | 'optional' | 'none';
/** Prose for people, Chinese first. */
export interface Said {
  zh: string;
  en: string;
}

/** One line of the material list (材料清单). */
export interface MaterialLine {
  id: string;
  nameZh: string;
  nameEn: string;
  role: 'main' | 'secondary' | 'voluntary';
  condition?: MaterialCondition;
  /** Not asked for on a site of fewer square metres: no such paper exists for small works (open point O-17). */
  notBelowSquareMetres?: number;
  /** `upload` only for what neither a register nor a form field gives (design 6.14); `agency`: made or fetched by the bureau. */
  source: 'upload' | 'form' | 'lookup' | 'agency';
  /** Absent: with the application. */
  stage?: LineStage;
  /** Form fields that make up the line, for `source: form`. */
  fields: readonly string[];
  /** The original is looked at beside what was uploaded (原件核对), should the applicant come with it; never a reason to come. */
  original?: boolean;
  tolerable: boolean;
  cureDays: number | null;
  basis: readonly Article[];
  confidence: Confidence;
  sampleZh: string;
  sampleEn: string;
}

export interface RequiredAttestation {
  lane: PackLane;
  department: string;
  how: 'joint_site_check' | 'lookup' | 'paper' | 'opinion';
  condition?: MaterialCondition;
  nameZh: string;
  nameEn: string;
  basis: readonly Article[];
  confidence: Confidence;
}

export interface Precondition extends Said {
  basis: readonly Article[];
  confidence: Confidence;
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
  /** The bureau's name in Mongolian, where it wants it shown beside the Chinese one (SEAL 16, open point O-16). */
  nameMn?: string;
  /** Code of this licence among electronic ones, once the bureau knows it (GB/T 36904, open point O-6). */
  licenceTypeCode?: string;
  noticePrefixes: Readonly<Record<string, string>>;
  /** When applicants are received by appointment; without it nobody can book. */
  officeHours?: OfficeHours;
  /**
   * `named`: only the person who was drawn for a case handles it in their office; absent or `open`: colleagues of the
   * same office may stand in (ADR 13). Nobody who is recused may, either way.
   */
  assignment?: 'named' | 'open';
  /** Values that the bureau still has to confirm. */
  confidence: Readonly<Record<string, Confidence>>;
}

export interface Period {
  length: number;
  unit: Unit;
}
export interface StatutoryPeriod extends Period {
  article: Article;
  /** Whether days and months are calendar ones is sometimes a reading and not the text. */
  unitConfidence: Confidence;
  extension: (LawExtension & { article: Article }) | null;
  joint: (Period & { article: Article; extension: LawExtension | null }) | null;
}
/** 法定时限: a period, a date, none at all, or that of the matter which is changed. */
export type StatutoryLimit =
  | StatutoryPeriod
  | (Said & { date: 'before_expiry' | 'yearly'; article: Article })
  | (Said & { none: true })
  | (Said & { asMatter: true; article: Article });

export const isPeriod = (limit: StatutoryLimit): limit is StatutoryPeriod => 'length' in limit;

export interface PackLimits {
  statutory: StatutoryLimit;
  /** null: nothing is promised, because nothing is applied for (TERM-INSOLV, TERM-REVOKE, REOPEN). */
  promised: (Period & { confidence: Confidence }) | null;
  correctionPeriod: Period & { confidence: Confidence };
  preReview: Period;
  /** Working days of the promise by step; together no longer than the promise. */
  internal: { review: number; legality: number; decision: number } | null;
}

/** Everything one county may set about one matter, and what the law sets for all: validated, hashed, pinned by each case. */
export interface MatterPack {
  code: string;
  version: string;
  hash: string;
  nameZh: string;
  nameEn: string;
  family: Family;
  powerCode: PowerCode;
  powerType: string;
  basis: readonly Article[];
  applicantZh: string;
  applicantEn: string;
  limits: PackLimits;
  maxTrips: number;
  fee: { amount: number; article: Article };
  /** Only of matters that grant a licence anew. */
  licenceTermYears: number | null;
  /** For how many years a recognition or a confirmation holds; only those matters have it. */
  confirmedYears?: number;
  requiredCapitalYuan: number | null;
  materials: readonly MaterialLine[];
  preconditions: readonly Precondition[];
  attestations: readonly RequiredAttestation[];
  specialProcedures: readonly ExcludedGround[];
  /** What the end of a cure period does after tolerant acceptance. */
  toleranceFailure: CureFailure;
  onSite: Said & { need: Need; basis: readonly Article[] };
  publicNotice: Said & { need: Need; basis: readonly Article[] };
  expertReview: Need;
  collectiveDecision: boolean;
  /** Compulsory before the decision where a pack says so (MDR 19, 22); packs kept from before do not have it. */
  expertArgument?: boolean;
  riskAssessment?: boolean;
  steps: readonly Said[];
  /** Papers that the applicant or the school gets. */
  results: readonly Said[];
  /** What happens to the licence on paper. */
  licencePrint: 'new' | 'reprinted' | 'taken_back' | 'none';
  notes: readonly Said[];
  /** Intermediary services (法定行政审批中介服务); none without a basis (BER 43). */
  intermediaries: readonly (Said & { basis: readonly Article[] })[];
  /** Why nobody can apply although the matter is listed; null: it is open. */
  switchedOff: (Said & { stillOpenFor?: 'centres' }) | null;
  /** What has to be told before filing, because policy has frozen new cases. */
  freeze: (Said & { basis: readonly Article[] }) | null;
  /** The online form of the matter; null until there is one. */
  onlineForm: OnlineForm | null;
  /** How sure a section is that has no mark of its own; sections that are not named are law. */
  confidence: Readonly<Record<string, Confidence>>;
  /** Sections and limits that the county set itself, as dotted paths. */
  setByCounty: readonly string[];
  authority: Authority;
  /** How the county reads what the law leaves open. */
  readings: Readings;
}
