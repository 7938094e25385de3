import type { Aftermath } from '../effects/aftermath.js';
import { handOver } from '../institution-of.js';
import { toConfirm } from './standing.js';

/**
 * With its sponsors an institution changes hands: whoever is named first runs it from here on, by the account that
 * confirmed for them. Where that is the applicant, nothing changes.
 */
export async function handOverToFirst({ sql, file, identityKey }: Aftermath): Promise<void> {
  const name = file.form.sponsors?.[0]?.name;
  const { coSigners } = await toConfirm(sql, file, identityKey);
  const accountId = coSigners.find((one) => one.name === name)?.accountId;
  if (!accountId || !file.institution) return;
  await handOver(sql, { institutionId: file.institution.id, caseId: file.row.id, accountId, now: file.now });
}
