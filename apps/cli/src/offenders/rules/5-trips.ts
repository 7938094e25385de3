import { took } from '../../../../../libs/client/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import type { Stage } from '../stage.js';
import { tryBookings } from './5-trips-bookings.js';
import { tryDeliveries } from './5-trips-deliveries.js';

const OFFICE = ['clerk', 'reviewer', 'registrar', 'legal', 'head', 'supervisor'];
const NO_CAUSES = ['collectLicence', 'reportedByApplicant', 'because', 'demanded', 'voluntary', 'extra', ' ', 'other'];
const NO_CODES = ['AAAAAA', '000000', 'IIIIII', '      ', "' or 1=1", '------'];

/** Rule 5: contacts are entered with their cause, what counts is the applicant's to say, and nobody is made to book. */
export const trips: Offender = {
  rule: 5,
  name: 'trips',
  offend: async (stage) => [
    ...(await tryAnswers(stage)),
    ...(await tryCauses(stage)),
    ...(await tryCodes(stage)),
    ...(await tryBookings(stage)),
    ...(await tryDeliveries(stage)),
  ],
};

const ledgerOf = async (stage: Stage, caseId: string) =>
  took(await (await stage.as('sponsor')).http.GET('/api/cases/{id}/trips', { params: { path: { id: caseId } } }));
const codeOf = async (stage: Stage, caseId: string): Promise<string> => {
  const { http } = await stage.as('sponsor');
  return took(await http.POST('/api/cases/{id}/check-in-code', { params: { path: { id: caseId } } })).code;
};
const checkIn = (stage: Stage, login: string, code: string, cause: string) =>
  stage.send(login, 'POST', '/api/desk/check-ins', { code, cause });

/** The bureau answers in the applicant's place, so that a contact does not count; or turns the answer round. */
async function tryAnswers(stage: Stage): Promise<Attempt[]> {
  const [caseId, other] = [await stage.submitted(), await stage.submitted()];
  const attempts: Attempt[] = [];
  for (const cause of ['consultation', 'paperByChoice', 'bureauMistake']) {
    const entered = await checkIn(stage, 'clerk', await codeOf(stage, caseId), cause);
    const trip = String(entered.body['tripId']);
    const path = (of: string) => `/api/cases/${of}/trips/${trip}/answer`;
    for (const login of OFFICE) {
      await stage.send(login, 'POST', path(caseId), { agreed: true });
      const { items } = await ledgerOf(stage, caseId);
      const answered = items.find(({ id }) => id === trip)?.agreed !== null;
      attempts.push({ what: `${login} answers for the applicant: ${cause}`, broke: answered });
    }
    const { status } = await stage.send('sponsor', 'POST', path(other), { agreed: true });
    attempts.push({ what: `a contact answered in another case: ${cause}`, broke: status < 400 });
    await stage.send('sponsor', 'POST', path(caseId), { agreed: false });
    const again = await stage.send('sponsor', 'POST', path(caseId), { agreed: true });
    attempts.push({ what: `a denial turned into consent: ${cause}`, broke: again.status < 400 });
  }
  const { measured } = await ledgerOf(stage, caseId);
  attempts.push({ what: 'denied and extra contacts vanish from the measure', broke: measured !== 3 });
  return attempts;
}

/** A contact without a cause of the closed list, or one that is not the desk's to enter. */
async function tryCauses(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const attempts: Attempt[] = [];
  for (const login of ['clerk', 'registrar'])
    for (const cause of NO_CAUSES) {
      const { status } = await checkIn(stage, login, await codeOf(stage, caseId), cause);
      attempts.push({ what: `${login} enters a contact because of “${cause}”`, broke: status < 400 });
    }
  for (const login of OFFICE) {
    const { status } = await stage.send(login, 'POST', `/api/cases/${caseId}/trips`);
    attempts.push({ what: `${login} reports in the applicant’s name`, broke: status < 400 });
  }
  return attempts;
}

/** Somebody is said to have been at the counter who did not show a code that is good. */
async function tryCodes(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const attempts: Attempt[] = [];
  const codeless = async (what: string, code: string, login = 'clerk'): Promise<void> => {
    const { status } = await checkIn(stage, login, code, 'consultation');
    attempts.push({ what, broke: status < 400 });
  };
  for (const code of NO_CODES) await codeless(`a code that was never shown: ${code}`, code);
  const replaced = await codeOf(stage, caseId);
  const good = await codeOf(stage, caseId);
  await codeless('a code that was replaced', replaced);
  await checkIn(stage, 'clerk', good, 'consultation');
  for (const login of ['clerk', 'registrar']) await codeless(`a code used before, by ${login}`, good, login);
  for (const login of OFFICE) {
    const { status } = await stage.send(login, 'POST', `/api/cases/${caseId}/check-in-code`);
    attempts.push({ what: `${login} has a code shown in the applicant’s place`, broke: status < 400 });
  }
  const parallel = await codeOf(stage, caseId);
  const answers = await Promise.all(Array.from({ length: 6 }, () => checkIn(stage, 'clerk', parallel, 'consultation')));
  const extra = answers.filter(({ status }) => status < 400).length - 1;
  answers
    .slice(1)
    .forEach((_, i) => attempts.push({ what: `one code used at the same moment, ${i + 2}`, broke: i < extra }));
  return attempts;
}
