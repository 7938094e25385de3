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
