import { CO_SIGNATURE_ARTICLE } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { Hearing } from '../commands/hearing.js';
import { freeze, type Frozen } from '../commands/submission.js';
import { asWritten } from '../file-of-case.js';
import { knownMerging } from '../merging.js';
import { toConfirm } from './standing.js';

/**
 * What the applicant hands in, once every party has confirmed exactly this: the same form, the same files. The
 * applicant's own word is the submission itself. A correction changes what was confirmed and is confirmed anew.
 * @throws Refusal NOT_CONFIRMED_BY_ALL with everybody whose word is missing; what `freeze` refuses comes first
 */
export async function frozenByAll(hearing: Hearing): Promise<Frozen> {
  const frozen = await freeze(
    hearing,
    await knownMerging(hearing.sql, { ...hearing.file, ...asWritten(hearing.file) }),
  );
  const { coSigners } = await toConfirm(hearing.sql, hearing.file, hearing.identityKey);
  const missing = coSigners.filter(({ signedAt }) => signedAt === null);
  const [first] = missing;
  if (!first) return frozen;
  throw new Refusal('NOT_CONFIRMED_BY_ALL', {
    article: CO_SIGNATURE_ARTICLE[first.kind],
    fields: missing.map(({ party, name, kind, overtaken }) => ({
      field: `coSigners.${party}`,
      code: overtaken ? 'CONFIRMATION_OVERTAKEN' : 'CONFIRMATION_MISSING',
      article: CO_SIGNATURE_ARTICLE[kind],
      params: { name },
    })),
  });
}
