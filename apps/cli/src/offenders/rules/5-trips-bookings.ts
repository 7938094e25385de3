import { took, type components } from '../../../../../libs/client/src/index.js';
import type { Attempt } from '../offence.js';
import type { Answered, Stage } from '../stage.js';

type Slot = components['schemas']['FreeSlots']['items'][number];

const OFFICE = ['clerk', 'reviewer', 'registrar', 'head', 'supervisor'];
const BUREAUS_CAUSES = [
  'signatureAsked',
  'materialAsked',
  'bureauMistake',
  'systemOutage',
  'collectLicence',
  'because',
];

/** Appointments: booked by somebody else, for what the bureau wants, out of hours, twice, or beyond the seats. */
export async function tryBookings(stage: Stage): Promise<Attempt[]> {
  return [...(await tryOthers(stage)), ...(await tryTimes(stage)), ...(await tryCrowd(stage))];
}

const book = (stage: Stage, login: string, caseId: string, slot: object, cause = 'consultation'): Promise<Answered> =>
  stage.send(login, 'POST', `/api/cases/${caseId}/appointment`, { ...slot, cause });
const wishOf = ({ place, day, from }: Slot) => ({ place, day, from });

async function freeSlots(stage: Stage, place: 'counter' | 'home' = 'counter'): Promise<Slot[]> {
  const { http } = await stage.as('sponsor');
  const { items } = took(await http.GET('/api/appointments/slots', { params: { query: { place } } }));
  return items.filter(({ free }) => free > 0);
}

async function tryOthers(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const [slot] = await freeSlots(stage);
  if (!slot) throw new Error('no slot to try');
  const attempts: Attempt[] = [];
  for (const login of OFFICE) {
    const { status } = await book(stage, login, caseId, wishOf(slot));
    attempts.push({ what: `${login} makes the applicant come`, broke: status < 400 });
    const gone = await stage.send(login, 'DELETE', `/api/cases/${caseId}/appointment`);
    attempts.push({ what: `${login} cancels for the applicant`, broke: gone.status < 400 });
  }
  for (const cause of BUREAUS_CAUSES) {
    const { status } = await book(stage, 'sponsor', caseId, wishOf(slot), cause);
    attempts.push({ what: `an appointment because of ${cause}`, broke: status < 400 });
  }
  const accepted = await stage.command('clerk', caseId, 'recordVerdicts', { verdicts: await stage.verdicts(caseId) });
  attempts.push({ what: 'without an appointment the case does not go on', broke: accepted.status >= 400 });
  return attempts;
}

/** Days off, lunch, night, the past, half slots, far away, and times that are none. */
async function tryTimes(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.submitted();
  const slots = await freeSlots(stage);
  const [slot] = slots;
  if (!slot) throw new Error('no slot to try');
  const offered = new Set(slots.map(({ day }) => day));
  const ahead = Array.from({ length: 14 }, (_, i) => daysAfter(slot.day, i));
  const odd = [
    ...ahead.filter((day) => !offered.has(day)).map((day) => ({ ...wishOf(slot), day })),
    ...[-1, -7, -30, 90, 365].map((days) => ({ ...wishOf(slot), day: daysAfter(slot.day, days) })),
    ...['00:00', '06:00', '08:59', '09:10', '12:00', '12:30', '17:00', '20:00'].map((from) => ({
      ...wishOf(slot),
      day: daysAfter(slot.day, 1),
      from,
    })),
  ];
  const attempts: Attempt[] = [];
  for (const wish of odd) {
    const { status } = await book(stage, 'sponsor', caseId, wish);
    attempts.push({ what: `an appointment on ${wish.day} at ${wish.from}`, broke: status < 400 });
    if (status < 400) await stage.send('sponsor', 'DELETE', `/api/cases/${caseId}/appointment`);
  }
  return attempts;
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** More cases than seats ask for one slot at the same moment; one case asks for many slots at the same moment. */
async function tryCrowd(stage: Stage): Promise<Attempt[]> {
  const slots = await freeSlots(stage, 'home');
  const [slot, ...others] = slots.slice(-6);
  if (!slot) throw new Error('no slot to try');
  const cases: string[] = [];
  for (let i = 0; i < slot.free + 5; i += 1) cases.push(await stage.drafted());
  const crowd = await Promise.all(cases.map((caseId) => book(stage, 'sponsor', caseId, wishOf(slot))));
  const tooMany = crowd.filter(({ status }) => status < 400).length - slot.free;
  const [first = ''] = cases.filter((_, i) => (crowd[i]?.status ?? 0) >= 400);
  const greedy = await Promise.all(others.map((other) => book(stage, 'sponsor', first, wishOf(other))));
  const more = greedy.filter(({ status }) => status < 400).length - 1;
  return [
    ...Array.from({ length: 5 }, (_, i) => ({ what: `a seat beyond the slot, ${i + 1}`, broke: i < tooMany })),
    ...others.slice(1).map((_, i) => ({ what: `one case books at the same moment, ${i + 2}`, broke: i < more })),
  ];
}
