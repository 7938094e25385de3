import type { CaseForm } from '../../../law/src/index.js';
import type { DocumentKind } from '../../../procedures/src/index.js';
import { Refusal, say } from '../../../platform/src/index.js';
import {
  divideInstitution,
  mergeInstitutions,
  registered,
  type Registered,
  type Succeeded,
} from '../../../register/src/index.js';
import { institutionsOf } from '../merging.js';
import type { Aftermath } from './aftermath.js';
import { issueDocument } from './documents.js';

/**
 * Schools that merge, or one that divides: everything in the transaction of the decision.
 * @throws Refusal ALREADY_CLOSING where one of them has ended meanwhile
 */
export async function succeed(
  { sql, ids, file, legalDate }: Aftermath,
  change: 'mergeInstitutions' | 'divideInstitution',
  institution: Registered,
): Promise<Succeeded> {
  const form = file.form as CaseForm;
  const at = { caseId: file.row.id, pack: file.pack, form, institution, decidedOn: legalDate, now: file.now };
  if (change === 'divideInstitution') return divideInstitution(sql, ids, at);
  const others = await institutionsOf(
    sql,
    form.mergingSchools.map(({ licenceNumber }) => licenceNumber),
  );
  const there = others.filter((one) => one !== null);
  if (there.length < others.length) throw new Refusal('ALREADY_CLOSING', { article: 'PEL 58' });
  return mergeInstitutions(sql, ids, at, there);
}

/**
 * One document, or one for each: every school gets the licence with its own face on it, and every school that has ended
 * its own paper.
 */
export async function issueDocuments(aftermath: Aftermath, kind: DocumentKind, changed: Succeeded): Promise<void> {
  const { licences, ended } = changed;
  const more = await inWords(aftermath, changed);
  if (kind === 'absorbedCancellation') {
    for (const { name, licenceNumber } of ended)
      await issueDocument(aftermath, kind, null, { ...more, name, licenceNumber });
    return;
  }
  if (kind !== 'licenceOriginal' && kind !== 'licenceDuplicate')
    return issueDocument(aftermath, kind, licences[0] ?? null, more);
  for (const licence of licences) {
    const institution = await registered(aftermath.sql, licence.institutionId);
    const face = aftermath.file.institution ? { ...aftermath.file, institution } : aftermath.file;
    await issueDocument({ ...aftermath, file: face }, kind, licence);
  }
}

/** Who has merged and what there is now, in words; nothing for any other matter. */
async function inWords({ sql, file, nameBefore }: Aftermath, changed: Succeeded): Promise<Record<string, string>> {
  const { onlineForm } = file.pack;
  if (onlineForm !== 'merger' && onlineForm !== 'division') return {};
  const numbers = (file.form.mergingSchools ?? []).map(({ licenceNumber }) => licenceNumber);
  const names = (await institutionsOf(sql, numbers)).map((one) => one?.fields.name ?? '');
  const results = [];
  for (const { institutionId, number } of changed.licences) {
    const name = (await registered(sql, institutionId))?.fields.name ?? '';
    results.push(say('zh', 'document.succession.school', { name, number }));
  }
  return {
    before: [nameBefore, ...names].join('、'),
    results: results.join('、'),
    endedSchools: changed.ended.map(({ name }) => name).join('、'),
    way: say('zh', onlineForm === 'merger' ? 'document.succession.merger' : 'document.succession.division'),
  };
}
