import type { ActingRole } from '../../procedures/src/index.js';
import type { Actor } from './commands/command.js';
import type { CaseFile } from './file-of-case.js';

/** In one's own case one is the applicant and nothing else; in another's case never the applicant. */
export const rolesIn = (file: CaseFile, { accountId, roles }: Actor): readonly ActingRole[] =>
  file.row.sponsor_id === accountId
    ? roles.filter((role) => role === 'sponsor')
    : roles.filter((role) => role !== 'sponsor' && !isReserved(file, role, accountId));

/** An office that was drawn for somebody else, where the county reserves it (ADR 13). */
export const isReserved = ({ reserved }: CaseFile, role: ActingRole, accountId: string | null): boolean =>
  Object.entries(reserved).some(([office, holder]) => office === role && holder !== accountId);
