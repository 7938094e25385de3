import {
  isPeriod,
  type MaterialLine,
  type RequiredAttestation,
  type StatutoryLimit,
} from '../../../../libs/law/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import type { Tools } from '../tools.js';
import { certificateView } from './certificate-view.js';
import type { Guided } from './guide-sections.js';

/** A matter as its page and its papers need it. */
export function guidedOf(tools: Tools, code: string): Guided {
  const { pack, procedure } = tools.workshop.shelf.current(code);
  const certificate = tools.certificates.get(code);
  return {
    pack,
    open: procedure !== null && pack.onlineForm !== null && pack.switchedOff === null,
    certificate: certificate ? certificateView(certificate) : null,
  };
}

/** One guide as data: the public half of a pack, with the certificate of its procedure where it can be filed online. */
export function guideOf(tools: Tools, code: string) {
  const { pack, open, certificate } = guidedOf(tools, code);
  const { nameZh, nameEn, hotline, officeZh } = pack.authority;
  const { limits } = pack;
  return {
    code: pack.code,
    version: pack.version,
    packHash: pack.hash,
    nameZh: pack.nameZh,
    nameEn: pack.nameEn,
    powerCode: pack.powerCode,
    powerType: pack.powerType,
    family: pack.family,
    open,
    onlineForm: pack.onlineForm,
    switchedOff: pack.switchedOff && { zh: pack.switchedOff.zh, en: pack.switchedOff.en },
    freeze: pack.freeze,
    applicantZh: pack.applicantZh,
    applicantEn: pack.applicantEn,
    basis: pack.basis,
    limits: {
      statutory: statutoryView(limits.statutory),
      promised: limits.promised,
      correctionPeriod: limits.correctionPeriod,
      preReview: limits.preReview,
      internal: limits.internal,
    },
    maxTrips: pack.maxTrips,
    fee: pack.fee,
    licenceTermYears: pack.licenceTermYears,
    requiredCapitalYuan: pack.requiredCapitalYuan,
    preconditions: pack.preconditions,
    materials: pack.materials.map(materialView),
    attestations: pack.attestations.map(attestationView),
    specialProcedures: pack.specialProcedures,
    onSite: pack.onSite,
    publicNotice: pack.publicNotice,
    expertReview: pack.expertReview,
    collectiveDecision: pack.collectiveDecision,
    steps: pack.steps,
    results: pack.results,
    licencePrint: pack.licencePrint,
    notes: pack.notes,
    intermediaries: pack.intermediaries,
    authority: { nameZh, nameEn, hotline, officeZh },
    certificate,
  };
}

export type GuideView = ReturnType<typeof guideOf>;

const attestationView = ({ lane, department, how, condition, nameZh, nameEn, basis }: RequiredAttestation) => ({
  lane,
  department,
  how,
  condition: condition ?? null,
  nameZh,
  nameEn,
  basis,
});

const materialView = ({ condition, notBelowSquareMetres, stage = 'filing', ...line }: MaterialLine) => ({
  id: line.id,
  nameZh: line.nameZh,
  nameEn: line.nameEn,
  role: line.role,
  condition: condition ?? null,
  notBelowSquareMetres: notBelowSquareMetres ?? null,
  stage,
  source: line.source,
  tolerable: line.tolerable,
  basis: line.basis,
  sampleZh: line.sampleZh,
  sampleEn: line.sampleEn,
});

/** A limit that is no length of time is said in words. */
const statutoryView = (limit: StatutoryLimit) => ({
  length: isPeriod(limit) ? limit.length : null,
  unit: isPeriod(limit) ? limit.unit : null,
  zh: 'zh' in limit ? limit.zh : null,
  en: 'en' in limit ? limit.en : null,
  article: 'article' in limit ? limit.article : null,
  extension: isPeriod(limit) ? limit.extension : null,
  joint: isPeriod(limit) ? limit.joint : null,
});

/** The flow as the certificate has it: read off the very graph that was proved. */
export function flowOf(tools: Tools, code: string) {
  const certificate = tools.certificates.get(code);
  if (!certificate)
    throw new Refusal('MATTER_NOT_OPEN', { params: { code: tools.workshop.shelf.current(code).pack.code } });
  return certificate.flow;
}
