import type { OnlineForm } from '../forms.js';
import type { Unit } from '../clock-rules.js';
import type { ExcludedGround } from '../clocks.js';
import type { CureFailure } from '../tolerance.js';
import type { Confidence, MaterialLine, Need, RequiredAttestation, Said } from './pack.js';
import type { Family, LineStage, PackLane, PowerCode } from './terms.js';

interface RawPeriod {
  length: number;
  unit: Unit;
}
export interface RawExtension extends RawPeriod {
  approver: 'head_of_agency' | 'head_of_government';
  basis: string;
}
export interface RawStatutory extends Partial<RawPeriod>, Partial<Said> {
  unitConfidence?: Confidence;
  extension?: RawExtension;
  joint?: RawPeriod & { basis: string; extension: RawExtension };
  date?: 'before_expiry' | 'yearly';
  none?: true;
  asMatter?: true;
  basis?: string;
}
export interface RawMaterial {
  id: string;
  nameZh: string;
  nameEn: string;
  role: MaterialLine['role'];
  notBelowSquareMetres?: number;
  source: MaterialLine['source'];
  stage?: LineStage;
  fields?: string[];
  tolerable: boolean;
  cureDays?: number;
  basis: string[];
  confidence: Confidence;
  sampleZh: string;
  sampleEn: string;
}
export interface RawAttestation {
  lane: PackLane;
  how: RequiredAttestation['how'];
  nameZh: string;
  nameEn: string;
  basis: string[];
  confidence: Confidence;
}
type Founded = Said & { basis: string[] };

/** The sections of a pack as they stand in the files, before articles are resolved. */
export interface RawPack {
  code: string;
  version: string;
  nameZh: string;
  nameEn: string;
  family: Family;
  powerCode: PowerCode;
  basis: string[];
  limits: {
    statutory: RawStatutory;
    promised: (RawPeriod & { confidence: Confidence }) | null;
    correctionPeriod: RawPeriod & { confidence: Confidence };
    preReview: RawPeriod;
    internal: { review: number; legality: number; decision: number } | null;
  };
  maxTrips: number;
  fee: { amount: number; basis: string };
  materials: RawMaterial[];
  preconditions: (Founded & { confidence: Confidence })[];
  attestations: RawAttestation[];
  specialProcedures: ExcludedGround[];
  toleranceFailure?: CureFailure;
  onSite: Founded & { need: Need };
  publicNotice: Founded & { need: Need };
  steps: Said[];
  results: Said[];
  notes: Said[];
  intermediaries?: Founded[];
  switchedOff?: (Said & { stillOpenFor?: 'centres' }) | null;
  freeze?: Founded | null;
  onlineForm?: OnlineForm | null;
  confidence?: Record<string, Confidence>;
  [section: string]: unknown;
}
