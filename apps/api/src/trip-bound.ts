import type { Tools } from './tools.js';

/**
 * How many trips the certificate of a matter proves at most; null while no procedure runs it. A case that is pinned to
 * another machine than the one that was proved here has no bound to show.
 */
export function tripBound({ certificates }: Tools, matter: string, machineHash?: string): number | null {
  const certificate = certificates.get(matter);
  if (!certificate || (machineHash !== undefined && certificate.hash !== machineHash)) return null;
  const worst = certificate.properties.find(({ id }) => id === 'a')?.worst;
  return typeof worst === 'number' ? worst : null;
}
