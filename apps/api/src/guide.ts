import {
  addWorkingDays,
  applicableLines,
  deadline,
  CLOCK_RULES,
  isPeriod,
  plainDateOf,
  restsOnUnannounced,
  runningLimits,
  type MaterialLine,
  type SponsorEntry,
  type StatutoryLimit,
} from '../../../libs/law/src/index.js';
import { Refusal } from '../../../libs/platform/src/index.js';
import type { Certificate } from '../../../libs/procedures/src/proofs/prove.js';
import type { Tools } from './tools.js';

/** One guide: the public half of a pack, with the certificate of its procedure where it can be filed online. */
export function guideOf(tools: Tools, code: string) {
  const { pack, procedure } = tools.workshop.shelf.current(code);
  const certificate = tools.certificates.get(code);
  const { statutory, promised } = pack.limits;
  const { nameZh, nameEn, hotline, officeZh } = pack.authority;
  return {
    code: pack.code,
    version: pack.version,
    packHash: pack.hash,
    nameZh: pack.nameZh,
    nameEn: pack.nameEn,
    powerType: pack.powerType,
    family: pack.family,
    open: procedure !== null && pack.switchedOff === null,
    switchedOff: pack.switchedOff,
    applicantZh: pack.applicantZh,
    applicantEn: pack.applicantEn,
    basis: pack.basis,
    limits: { statutory: statutoryView(statutory), promised },
    maxTrips: pack.maxTrips,
    fee: pack.fee,
    materials: pack.materials.map(materialView),
    attestations: pack.attestations.map(({ lane, department, how, condition, nameZh: zh, nameEn: en, basis }) => ({
      lane,
      department,
      how,
      condition: condition ?? null,
      nameZh: zh,
      nameEn: en,
      basis,
    })),
    steps: pack.steps,
    authority: { nameZh, nameEn, hotline, officeZh },
    certificate: certificate ? certificateView(certificate) : null,
  };
}

const materialView = ({ condition, stage = 'filing', ...line }: MaterialLine) => ({
  id: line.id,
  nameZh: line.nameZh,
  nameEn: line.nameEn,
  role: line.role,
  condition: condition ?? null,
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
});

export type CertificateView = ReturnType<typeof certificateView>;

const certificateView = ({ machine, hash, configurations, holds, properties }: Certificate) => ({
  machine,
  hash,
  configurations,
  holds,
  properties: properties.map(({ id, holds: stands, worst }) => ({
    id,
    holds: stands,
    ...(worst === undefined ? {} : { worst: String(worst) }),
  })),
});

/** The flow as the certificate has it: read off the very graph that was proved. */
export function flowOf(tools: Tools, code: string) {
  const certificate = tools.certificates.get(code);
  if (!certificate)
    throw new Refusal('MATTER_NOT_OPEN', { params: { code: tools.workshop.shelf.current(code).pack.code } });
  return certificate.flow;
}

/** The triage run dry: the same function that decides which lines a real case has. */
export async function estimateOf(tools: Tools, code: string, facts: { donated: boolean; jointSponsors: boolean }) {
  const { pack } = tools.workshop.shelf.open(code);
  const calendar = await tools.workshop.calendars.inForce(tools.sql);
  const nobody = {} as SponsorEntry;
  const lines = applicableLines(pack, {
    institutionType: 'KG',
    usesFiscalOrDonatedAssets: facts.donated,
    sponsors: facts.jointSponsors ? [nobody, nobody] : [nobody],
  });
  const today = plainDateOf(tools.clock.now());
  const answer = deadline(CLOCK_RULES.correction_or_acceptance, today, calendar);
  const decisionOn = addWorkingDays(answer.dueOn, runningLimits(pack.limits).promised.length, calendar);
  return {
    materials: lines.map(({ id, nameZh, nameEn, source, sampleZh }) => ({ id, nameZh, nameEn, source, sampleZh })),
    trips: pack.maxTrips,
    answerOn: answer.dueOn,
    decisionOn,
    provisional: restsOnUnannounced(today, decisionOn, calendar),
  };
}
