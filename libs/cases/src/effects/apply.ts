import type { AnnualResult, CaseForm } from '../../../law/src/index.js';
import type { ActingRole, Effect, RegisterChange } from '../../../procedures/src/index.js';
import {
  cancelInstitution,
  changeEntry,
  changeLevel,
  closeInsolvent,
  closeInstitution,
  establishPrepared,
  convertCentre,
  openInstitution,
  openPreparation,
  recordAnnual,
  recordRegistration,
  registered,
  renewLicence,
  revokeLicence,
  type OpenedLicence,
  type Registered,
  type Succeeded,
} from '../../../register/src/index.js';
import { handOverToFirst } from '../co-signature/hand-over.js';
import { enterTrip } from '../trips/ledger.js';
import { openTicket } from '../supervision/tickets.js';
import type { Aftermath } from './aftermath.js';
import { issueDocuments, succeed } from './succession.js';
import { archive } from './archive.js';
import { serveDecision, serviceOf } from './documents.js';

/** Applies the effects of one step, in their order, in the transaction of the step. */
export async function applyEffects(aftermath: Aftermath, effects: readonly Effect[]): Promise<void> {
  let changed: Succeeded = NOTHING_OPENED;
  for (const effect of effects) {
    if (effect.type === 'register') {
      const outcome = await changeRegister(aftermath, effect.change);
      if (outcome) changed = 'licences' in outcome ? outcome : { licences: [outcome], ended: [] };
      await readRegisterAgain(aftermath);
    } else await applyEffect(aftermath, effect, changed);
  }
}

const NOTHING_OPENED: Succeeded = { licences: [], ended: [] };

/** Writes the register; returns the licence that papers are printed for, if the change made one, or all that it made. */
async function changeRegister(aftermath: Aftermath, change: RegisterChange): Promise<OpenedLicence | Succeeded | null> {
  const { sql, ids, file, legalDate, payload } = aftermath;
  const at = { caseId: file.row.id, pack: file.pack, decidedOn: legalDate, now: file.now };
  switch (change) {
    case 'openInstitution':
      return openInstitution(sql, ids, { ...at, form: file.form as CaseForm });
    case 'openPreparation':
      await openPreparation(sql, ids, { ...at, form: file.form as CaseForm });
      return null;
    case 'establishPrepared':
      return establishPrepared(sql, ids, {
        ...at,
        institution: institutionOf(file),
        form: file.form as CaseForm,
      });
    case 'renewLicence':
      return renewLicence(sql, ids, { ...at, institution: institutionOf(file) });
    case 'changeName':
    case 'changeAddress':
    case 'changeLegalRepresentative':
    case 'changePrincipal':
    case 'changeGovernance':
    case 'fileAdvertisement':
    case 'reissueLicence':
    case 'confirmInclusive':
    case 'confirmQuality':
      return changeEntry(sql, ids, { ...at, change, institution: institutionOf(file), form: file.form as CaseForm });
    case 'changeLevel':
      return changeLevel(sql, ids, { ...at, institution: institutionOf(file), form: file.form as CaseForm });
    case 'changeTutoring':
      if (file.form.tutoringChange?.what === 'sponsor') await handOverToFirst(aftermath);
      return changeEntry(sql, ids, { ...at, change, institution: institutionOf(file), form: file.form as CaseForm });
    case 'changeSponsor':
      await handOverToFirst(aftermath);
      return changeEntry(sql, ids, { ...at, change, institution: institutionOf(file), form: file.form as CaseForm });
    case 'convertCentre':
      await convertCentre(sql, ids, {
        ...at,
        institution: institutionOf(file),
        conversion: (file.form as CaseForm).conversion,
      });
      return null;
    case 'mergeInstitutions':
    case 'divideInstitution':
      return succeed(aftermath, change, institutionOf(file));
    case 'closeInstitution':
      await closeInstitution(sql, ids, { ...at, institution: institutionOf(file) });
      return null;
    case 'cancelInstitution':
      await cancelInstitution(sql, ids, { ...at, institution: institutionOf(file) });
      return null;
    case 'closeInsolvent':
      await closeInsolvent(sql, ids, { ...at, institution: institutionOf(file) });
      return null;
    case 'revokeLicence':
      await revokeLicence(sql, ids, { ...at, institution: institutionOf(file) });
      return null;
    case 'recordAnnual': {
      const record = { year: file.form.annualYear ?? 0, result: payload['result'] as AnnualResult };
      await recordAnnual(sql, ids, { ...at, institution: institutionOf(file), record });
      return null;
    }
    case 'recordRegistration':
      await recordRegistration(sql, ids, {
        caseId: file.row.id,
        institutionId: String(payload['institutionId']),
        creditCode: String(payload['creditCode']),
        registeredOn: String(payload['registeredOn']),
        now: file.now,
      });
      return null;
  }
}

/** What is written and printed after a change of the register says what it says now. */
async function readRegisterAgain({ sql, file }: Aftermath): Promise<void> {
  if (file.institution) file.institution = await registered(sql, file.institution.id);
}

/** The institution that a case about a licence is tied to since its draft. */
function institutionOf({ row, institution }: Aftermath['file']): Registered {
  if (!institution) throw new Error(`case ${row.id} is about no institution`);
  return institution;
}

async function applyEffect(
  aftermath: Aftermath,
  effect: Exclude<Effect, { type: 'register' }>,
  changed: Succeeded,
): Promise<void> {
  const { sql, ids, file, payload } = aftermath;
  const caseId = file.row.id;
  switch (effect.type) {
    case 'issue':
      return issueDocuments(aftermath, effect.document, changed);
    case 'announce':
      return aftermath.outbox('announce', { subject: effect.subject });
    case 'recordService':
      return serveDecision(aftermath, serviceOf(payload));
    case 'countTrip':
      await enterTrip(sql, {
        id: ids.uuid(),
        caseId,
        cause: effect.cause,
        contact: 'pickUp',
        recordedBy: aftermath.actor.accountId,
        at: file.now,
      });
      return;
    case 'supervise':
      return openTicket(
        sql,
        ids,
        { caseId, matter: effect.matter, legalDate: aftermath.legalDate, owner: file.row.owner_role as ActingRole },
        { ...file, readings: aftermath.shelf.readings },
      );
    case 'inviteRating':
      sql.send('insert into rating (id, case_id, invited_at) values ($1, $2, $3)', [ids.uuid(), caseId, file.now]);
      return;
    case 'archive':
      return archive(aftermath);
  }
}
