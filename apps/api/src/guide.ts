import {
  addWorkingDays,
  applicableLines,
  deadline,
  CLOCK_RULES,
  plainDateOf,
  restsOnUnannounced,
  type SponsorEntry,
} from '../../../libs/law/src/index.js';
import { Refusal } from '../../../libs/platform/src/index.js';
import type { Tools } from './tools.js';

/** One guide: the public half of a pack, with the certificate of its procedure. */
export function guideOf(tools: Tools, code: string) {
  const { pack } = tools.workshop.shelf.current(code);
  const certificate = tools.certificates.get(code);
  if (!certificate) throw new Refusal('MATTER_UNKNOWN', { params: { code } });
  const { statutory, promised } = pack.limits;
  const { nameZh, nameEn, hotline, officeZh } = pack.authority;
  return {
    code: pack.code,
    version: pack.version,
    packHash: pack.hash,
    nameZh: pack.nameZh,
    nameEn: pack.nameEn,
    powerType: pack.powerType,
    applicantZh: pack.applicantZh,
    applicantEn: pack.applicantEn,
    basis: pack.basis,
    limits: { statutory, promised },
    maxTrips: pack.maxTrips,
    fee: pack.fee,
    materials: pack.materials.map(
      ({ id, nameZh: zh, nameEn: en, role, condition, source, tolerable, basis, sampleZh }) => ({
        id,
        nameZh: zh,
        nameEn: en,
        role,
        condition: condition ?? null,
        source,
        tolerable,
        basis,
        sampleZh,
      }),
    ),
    attestations: pack.attestations,
    steps: pack.steps,
    authority: { nameZh, nameEn, hotline, officeZh },
    certificate: {
      machine: certificate.machine,
      hash: certificate.hash,
      configurations: certificate.configurations,
      holds: certificate.holds,
      properties: certificate.properties.map(({ id, holds, worst }) => ({
        id,
        holds,
        ...(worst === undefined ? {} : { worst: String(worst) }),
      })),
    },
  };
}

/** The flow as the certificate has it: read off the very graph that was proved. */
export function flowOf(tools: Tools, code: string) {
  const certificate = tools.certificates.get(code);
  if (!certificate) throw new Refusal('MATTER_UNKNOWN', { params: { code } });
  return certificate.flow;
}

/** The triage run dry: the same function that decides which lines a real case has. */
export async function estimateOf(tools: Tools, code: string, facts: { donated: boolean; jointSponsors: boolean }) {
  const { pack } = tools.workshop.shelf.current(code);
  const calendar = await tools.workshop.calendars.inForce(tools.sql);
  const nobody = {} as SponsorEntry;
  const lines = applicableLines(pack, {
    institutionType: 'KG',
    usesFiscalOrDonatedAssets: facts.donated,
    sponsors: facts.jointSponsors ? [nobody, nobody] : [nobody],
  });
  const today = plainDateOf(tools.clock.now());
  const answer = deadline(CLOCK_RULES.correction_or_acceptance, today, calendar);
  const decisionOn = addWorkingDays(answer.dueOn, pack.limits.promised.length, calendar);
  return {
    materials: lines.map(({ id, nameZh, nameEn, source, sampleZh }) => ({ id, nameZh, nameEn, source, sampleZh })),
    trips: pack.maxTrips,
    answerOn: answer.dueOn,
    decisionOn,
    provisional: restsOnUnannounced(today, decisionOn, calendar),
  };
}
