import type { Certificate } from '../../../../libs/procedures/src/proofs/prove.js';

export type CertificateView = ReturnType<typeof certificateView>;

export const certificateView = ({ machine, hash, configurations, holds, properties }: Certificate) => ({
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
