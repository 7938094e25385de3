import type { PageName } from '../../apps/web/src/route-table.js';
import { questionsOf } from '../../apps/web/src/pages/apply/questions.js';
import { FORMS } from '../../libs/law/src/index.js';
import { completeCreditCode } from '../../libs/law/src/index.js';
import { openTicket } from '../../libs/cases/src/index.js';
import { plainDate } from '../../libs/law/src/index.js';
import { ALL_INSPECTORS, type World } from '../flows/harness.js';
import { became, changesLater, enterInstitution } from '../builders/lineage.js';
import { kindergartenForm } from '../builders/form.js';
import { joint } from './co-signature-samples.js';
import { curing, examined, heard, offered, owing, recorded, told } from './procedure-samples.js';

/** A page as somebody sees it. `keeps` is what the device remembers of answers on the way there. */
export interface Sample {
  page: PageName;
  path: string;
  login?: string;
  keeps?: readonly [key: string, value: object];
}

/** A case in each situation that pages of its own speak about. */
export interface Cases {
  half: string;
  drafted: string;
  submitted: string;
  checked: string;
  preReviewed: string;
  correction: string;
  supplied: string;
  withdrawn: string;
  reviewed: string;
  rectifying: string;
  proposed: string;
  decidable: string;
  refusable: string;
  discussed: string;
  concluded: string;
  issued: string;
  posted: string;
  served: string;
  refused: string;
  archived: string;
  offered: string;
  owing: string;
  curing: string;
  examined: string;
  told: string;
  recorded: string;
  heard: string;
  joint: string;
  renewal: string;
  institution: string;
  visits: { toCheck: string; halfSigned: string; inForce: string };
}

const DEFECTS = { 'EST-POLICY': '缺少应急预案的签名页', 'EST-CHARTER': '章程缺少第五项内容' };

export async function prepareCases(world: World): Promise<Cases> {
  const late = await begunEarlier(world);
  const cases: Cases = {
    half: await halfDraft(world),
    drafted: await world.drafted(),
    submitted: await world.submitted(),
    checked: await checked(world),
    preReviewed: await preReviewed(world),
    correction: await inCorrection(world),
    supplied: await supplied(world),
    withdrawn: await withdrawn(world),
    reviewed: await inReview(world),
    rectifying: await rectifying(world),
    proposed: late.proposed,
    decidable: await world.decidable(),
    refusable: await world.decidable('proposeRefusal'),
    discussed: await discussed(world),
    concluded: await concluded(world),
    issued: await world.granted(),
    posted: await posted(world),
    served: await served(world),
    refused: await refused(world),
    archived: await archived(world),
    offered: await offered(world),
    owing: await owing(world),
    curing: await curing(world),
    examined: await examined(world),
    told: await told(world),
    recorded: await recorded(world),
    heard: await heard(world),
    joint: await joint(world),
    renewal: '',
    institution: '',
    visits: { toCheck: '', halfSigned: '', inForce: '' },
  };
  await atTheCounter(world, cases.submitted);
  await supervised(world, late);
  const halfSigned = await inReview(world);
  const inspector = await world.as('edu1');
  await world.signed(halfSigned, inspector);
  await world.work();
  const { items } = await inspector.get<{ items: { id: string; caseId: string }[] }>('/api/visits');
  const visitOf = (caseId: string): string => items.find((visit) => visit.caseId === caseId)?.id ?? 'none';
  return {
    ...cases,
    ...(await renewalDraft(world, cases.archived)),
    visits: {
      toCheck: visitOf(cases.reviewed),
      halfSigned: visitOf(halfSigned),
      inForce: visitOf(cases.rectifying),
    },
  };
}

/** Two cases that were begun on the Friday before: old enough for a promise that was missed. */
async function begunEarlier(world: World): Promise<Pick<Cases, 'reviewed' | 'proposed'>> {
  const today = world.today;
  world.clock.set('2026-02-27');
  const late = { reviewed: await inReview(world), proposed: await proposed(world) };
  world.clock.set(today);
  return late;
}

/** Tickets of the last working day: one that waits and one that was taken up; a promise that was missed, with its reason. */
export async function supervised(
  world: World,
  { reviewed, proposed }: Pick<Cases, 'reviewed' | 'proposed'>,
): Promise<void> {
  const time = {
    now: world.clock.now(),
    calendar: await world.tools.workshop.calendars.inForce(world.sql),
    readings: world.tools.workshop.shelf.readings,
  };
  for (const [caseId, matter, owner] of [
    [proposed, 'deemedAcceptance', 'windowClerk'],
    [proposed, 'promiseMissed', 'legalReviewer'],
    [reviewed, 'promiseMissed', 'reviewer'],
  ] as const)
    await openTicket(
      world.sql,
      world.tools.workshop.ids,
      { caseId, matter, legalDate: plainDate('2026-02-28'), owner },
      time,
    );
  await world.work();
  const { items } = await (
    await world.as('section')
  ).get<{ items: { id: string; caseId: string; matter: string }[] }>('/api/desk/tickets?scope=all');
  const idOf = (caseId: string, matter: string) =>
    items.find((one) => one.caseId === caseId && one.matter === matter)?.id ?? '';
  await (
    await world.as('section')
  ).post(`/api/desk/tickets/${idOf(reviewed, 'promiseMissed')}/explanation`, {
    reason: '现场检查人手不足，没有按时安排。',
  });
  await (
    await world.as('clerk')
  ).post(`/api/desk/tickets/${idOf(proposed, 'deemedAcceptance')}/acknowledgement`, {
    note: '今天由受理岗补发书面凭证。',
  });
}

/** A renewal that is being written, and the institution that it is about. */
async function renewalDraft(world: World, granted: string): Promise<{ renewal: string; institution: string }> {
  const [row] = await world.sql.query<{ id: string; number: string }>(
    'select institution_id as id, number from licence where case_id = $1',
    [granted],
  );
  const sponsor = await world.as('sponsor');
  const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
    commandId: crypto.randomUUID(),
    matter: 'RENEW',
  });
  await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields: { licenceNumber: row?.number } });
  const by = { caseId: granted, day: world.today, now: world.clock.now() };
  const [left, right] = [
    await enterInstitution(world.sql, '包头市昆都仑区演示左邻幼儿园', 'CANCELLED', by.now),
    await enterInstitution(world.sql, '包头市昆都仑区演示右邻幼儿园', 'CANCELLED', by.now),
  ];
  await changesLater(world.sql, row?.id ?? '', granted, by.now);
  await became(world.sql, 'merger', [left, right], [row?.id ?? ''], by);
  return { renewal: caseId, institution: row?.id ?? '' };
}

export async function halfDraft(world: World): Promise<string> {
  const sponsor = await world.as('sponsor');
  const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', {
    commandId: crypto.randomUUID(),
    matter: 'EST-DIRECT',
  });
  const { institutionType, stage, nature, schoolName, sponsors, boardMembers } = kindergartenForm();
  const fields = { institutionType, stage, nature, schoolName, sponsors, boardMembers };
  await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields });
  return caseId;
}

async function checked(world: World): Promise<string> {
  const caseId = await world.submitted();
  await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
  return caseId;
}

async function preReviewed(world: World): Promise<string> {
  const caseId = await world.drafted();
  await (await world.as('sponsor')).post(`/api/cases/${caseId}/pre-review`);
  const clerk = await world.as('clerk');
  await clerk.post(`/api/cases/${caseId}/pre-review/answer`, await world.verdicts(caseId, DEFECTS));
  return caseId;
}

export async function inCorrection(world: World): Promise<string> {
  const caseId = await world.submitted();
  const clerk = await world.as('clerk');
  await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId, DEFECTS));
  await clerk.does(caseId, 'issueCorrectionNotice');
  return caseId;
}

async function supplied(world: World): Promise<string> {
  const caseId = await inCorrection(world);
  const sponsor = await world.as('sponsor');
  for (const line of Object.keys(DEFECTS))
    await sponsor.upload(caseId, line, Buffer.from(`%PDF-1.4\n${line} again`), '补正后的材料.pdf');
  await sponsor.does(caseId, 'supplyCorrections');
  return caseId;
}

async function withdrawn(world: World): Promise<string> {
  const caseId = await world.submitted();
  await (await world.as('sponsor')).does(caseId, 'withdraw', { reason: '演示：场地还没有谈好' });
  return caseId;
}

export async function inReview(world: World): Promise<string> {
  const caseId = await world.accepted();
  await world.lookedUp(caseId, ['hygiene_evaluation', 'fire_acceptance']);
  const members = await Promise.all(ALL_INSPECTORS.map(async (login) => (await world.as(login)).accountId));
  await (await world.as('reviewer')).does(caseId, 'arrangeSiteCheck', { plannedOn: world.today, members });
  return caseId;
}

async function rectifying(world: World): Promise<string> {
  const caseId = await world.accepted();
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS, ['H-11']);
  return caseId;
}

async function proposed(world: World): Promise<string> {
  const caseId = await world.accepted();
  const reviewer = await world.as('reviewer');
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  return caseId;
}

export async function served(world: World): Promise<string> {
  const caseId = await world.granted();
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  return caseId;
}

async function posted(world: World): Promise<string> {
  const caseId = await world.granted({ deliveryChannel: 'courier' });
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'courier', trackingNumber: 'DEMO123456' });
  return caseId;
}

async function refused(world: World): Promise<string> {
  const caseId = await world.decidable('proposeRefusal');
  const words = { reasons: '消防验收没有通过，场所不能办园（演示）', article: 'PSL 29' };
  await (await world.as('head')).does(caseId, 'refuse', words);
  await world.work();
  await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  return caseId;
}

/** Contacts that wait for an answer, and an appointment for the same day. */
async function atTheCounter(world: World, caseId: string): Promise<void> {
  const sponsor = await world.as('sponsor');
  for (const cause of ['consultation', 'bureauMistake']) {
    const { code } = await sponsor.post<{ code: string }>(`/api/cases/${caseId}/check-in-code`);
    await (await world.as('clerk')).post('/api/desk/check-ins', { code, cause });
  }
  const slot = { place: 'counter', day: world.today, from: '15:00', cause: 'paperByChoice' };
  await sponsor.post(`/api/cases/${caseId}/appointment`, slot);
}

/** A discussion that waits for its members, and a request for recusal beside it. */
async function discussed(world: World): Promise<string> {
  const caseId = await world.decidable('proposeRefusal');
  await convened(world, caseId);
  await world.work();
  const sponsor = await world.as('sponsor');
  const accountId = (await world.as('head2')).accountId;
  await sponsor.post(`/api/cases/${caseId}/recusals`, { accountId, reason: '演示：与申请人是亲戚' });
  return caseId;
}

async function convened(world: World, caseId: string): Promise<string> {
  const members = await Promise.all(
    ['registrar', 'supervisor'].map(async (login) => (await world.as(login)).accountId),
  );
  const head = await world.as('head');
  return (await head.post<{ meetingId: string }>(`/api/cases/${caseId}/meetings`, { members })).meetingId;
}

/** A discussion with a dissent, an expert argument beside it, concluded against the majority. */
async function concluded(world: World): Promise<string> {
  const caseId = await world.decidable('proposeRefusal');
  const path = `/api/cases/${caseId}`;
  const record = { kind: 'expertArgument', result: 'opposes', author: '演示专家组', content: '演示论证：楼梯宽度不够' };
  await (await world.as('reviewer')).post(`${path}/deliberation-records`, record);
  const meeting = `${path}/meetings/${await convened(world, caseId)}`;
  for (const login of ['registrar', 'supervisor'])
    await (await world.as(login)).post(`${meeting}/opinions`, { stance: 'grant', opinion: '演示意见：可以先整改' });
  const words = { outcome: 'refuse', reasons: '演示理由：消防不合格', minutes: '演示纪要：两人主张整改' };
  await (await world.as('head')).post(`${meeting}/conclusion`, { ...words, majorityReasons: '演示：关系儿童安全' });
  return caseId;
}

async function archived(world: World): Promise<string> {
  const caseId = await served(world);
  const creditCode = completeCreditCode('52150203MJ1234567');
  await (await world.as('registrar')).does(caseId, 'recordRegistration', { creditCode, registeredOn: world.today });
  await world.work();
  return caseId;
}

const KINDERGARTEN = {
  want: 'open',
  kind: 'kindergarten',
  ready: 'ready',
  nature: 'non_profit',
  donated: 'no',
  joint_sponsors: 'yes',
};
const tutoring = (subject: string) => keptTriage({ want: 'open', kind: 'tutoring', subject });
const keptTriage = (value: object): Sample['keeps'] => ['triage', value];

/** At least one real place for every route, and every state of it that looks different. */
export function samplesOf(cases: Cases): Record<PageName, readonly Omit<Sample, 'page'>[]> {
  const sponsor = (path: string) => ({ login: 'sponsor', path });
  const desk = (login: string, caseId: string, tab = '') => ({
    login,
    path: `/desk/cases/${caseId}${tab ? `/${tab}` : ''}`,
  });
  return {
    login: [{ path: '/login' }],
    signup: [{ path: '/signup' }],
    apply: [
      { path: '/apply' },
      { path: '/apply/stage', keeps: keptTriage({ want: 'open', kind: 'school' }) },
      { path: '/apply/result', keeps: tutoring('subject') },
      { path: '/apply/result', keeps: tutoring('vocational') },
      { path: '/apply/result', keeps: tutoring('non_subject') },
      ...['kind', 'ready', 'nature', 'donated', 'joint_sponsors', 'result'].map((step) => ({
        path: `/apply/${step}`,
        keeps: keptTriage(KINDERGARTEN),
      })),
    ],
    cases: [sponsor('/cases')],
    draft: [
      sponsor(`/cases/${cases.renewal}/draft`),
      sponsor(`/cases/${cases.half}/draft`),
      sponsor(`/cases/${cases.joint}/draft`),
      sponsor(`/cases/${cases.preReviewed}/draft`),
    ],
    question: [
      ...questionsOf({ formFields: FORMS.establishment }).map(({ id }) => sponsor(`/cases/${cases.half}/draft/${id}`)),
      sponsor(`/cases/${cases.renewal}/draft/licenceNumber`),
      sponsor(`/cases/${cases.drafted}/draft/sponsors?back=answers`),
      sponsor(`/cases/${cases.drafted}/draft/deliveryChannel?back=answers`),
    ],
    coSigners: [sponsor(`/cases/${cases.joint}/draft/co-signers`)],
    coSign: [{ login: 'sponsor2', path: `/co-sign/${cases.joint}` }],
    papers: [sponsor(`/cases/${cases.half}/draft/papers`), sponsor(`/cases/${cases.preReviewed}/draft/papers`)],
    answers: [sponsor(`/cases/${cases.drafted}/draft/answers`), sponsor(`/cases/${cases.half}/draft/answers`)],
    case: [
      cases.submitted,
      cases.correction,
      cases.withdrawn,
      cases.reviewed,
      cases.rectifying,
      cases.decidable,
      cases.issued,
      cases.posted,
      cases.served,
      cases.refused,
      cases.archived,
      cases.offered,
      cases.owing,
      cases.told,
      cases.recorded,
    ].map((id) => sponsor(`/cases/${id}`)),
    messages: [sponsor(`/cases/${cases.correction}/messages`), sponsor(`/cases/${cases.submitted}/messages`)],
    correction: [sponsor(`/cases/${cases.correction}/correction`), sponsor(`/cases/${cases.owing}/correction`)],
    tolerance: [sponsor(`/cases/${cases.offered}/tolerance`)],
    withdraw: [sponsor(`/cases/${cases.submitted}/withdraw`)],
    rate: [sponsor(`/cases/${cases.archived}/rate`), sponsor(`/cases/${cases.submitted}/rate`)],
    appointment: [
      sponsor(`/cases/${cases.submitted}/appointment`),
      sponsor(`/cases/${cases.checked}/appointment`),
      sponsor(`/cases/${cases.archived}/appointment`),
    ],
    checkIn: [{ login: 'clerk', path: '/desk/check-in' }],
    agenda: [
      { login: 'clerk', path: '/desk/appointments' },
      { login: 'supervisor', path: '/desk/appointments?day=2026-03-09' },
    ],
    queue: [
      { login: 'clerk', path: '/desk' },
      { login: 'reviewer', path: '/desk?scope=all' },
      { login: 'head', path: '/desk' },
    ],
    allCases: [{ login: 'supervisor', path: '/desk/cases' }],
    deskCase: [
      desk('clerk', cases.submitted),
      desk('clerk', cases.correction, 'demands'),
      desk('reviewer', cases.rectifying, 'demands'),
      desk('clerk', cases.supplied, 'materials'),
      desk('clerk', cases.checked, 'step-accept'),
      desk('clerk', cases.submitted, 'step-declineAsNotCompetent'),
      ...['lanes', 'time', 'story', 'documents', 'flow'].map((tab) => desk('reviewer', cases.rectifying, tab)),
      desk('reviewer', cases.reviewed, 'lanes'),
      desk('reviewer', cases.reviewed, 'step-recordAttestation'),
      desk('reviewer', cases.reviewed, 'step-rearrangeSiteCheck'),
      desk('reviewer', cases.reviewed, 'step-serveSpecialProcedureNotice'),
      desk('clerk', cases.offered),
      desk('clerk', cases.curing, 'step-judgeTolerated'),
      desk('reviewer', cases.owing, 'time'),
      desk('reviewer', cases.examined, 'step-serveSpecialProcedureNotice'),
      desk('reviewer', cases.examined, 'step-tellHearingRight'),
      desk('reviewer', cases.told, 'step-requestHearing'),
      desk('chair', cases.recorded, 'time'),
      desk('chair', cases.recorded, 'step-closeHearingRecord'),
      desk('reviewer', cases.heard, 'step-proposeGrant'),
      desk('legal', cases.proposed),
      desk('legal', cases.proposed, 'step-passLegality'),
      desk('head', cases.decidable, 'decision'),
      desk('head', cases.discussed, 'decision'),
      desk('registrar', cases.discussed, 'decision'),
      desk('head', cases.concluded, 'decision'),
      desk('head', cases.discussed, 'handlers'),
      desk('head', cases.decidable, 'step-grant'),
      desk('head', cases.refusable, 'step-refuse'),
      desk('clerk', cases.submitted, 'trips'),
      desk('registrar', cases.issued, 'step-serve'),
      desk('registrar', cases.posted, 'step-recordDelivery'),
      desk('registrar', cases.posted, 'step-recordReturn'),
      desk('registrar', cases.archived, 'documents'),
    ],
    register: [{ login: 'registrar', path: '/desk/register' }],
    registerEntry: [{ login: 'registrar', path: `/desk/register/${cases.institution}` }],
    interests: [
      { login: 'clerk', path: '/desk/interests' },
      { login: 'head', path: '/desk/interests' },
    ],
    recusal: [sponsor(`/cases/${cases.discussed}/recusal`)],
    officeTime: [
      { login: 'supervisor', path: '/desk/time' },
      { login: 'supervisor', path: '/desk/time?from=2026-03-02&to=2026-03-01' },
    ],
    supervision: [
      { login: 'clerk', path: '/desk/supervision' },
      { login: 'section', path: '/desk/supervision' },
      { login: 'discipline', path: '/desk/supervision?scope=office' },
    ],
    visits: [{ login: 'edu1', path: '/visits' }],
    visit: Object.values(cases.visits).map((id) => ({ login: 'edu1', path: `/visits/${id}` })),
    accounts: [{ login: 'secadmin', path: '/admin/accounts' }],
    calendar: [
      { login: 'sysadmin', path: '/admin/calendar' },
      { login: 'sysadmin', path: '/admin/calendar?year=2027&edit=yes' },
      { login: 'auditadmin', path: '/admin/calendar?year=2026&version=2026.1' },
    ],
    outbox: [{ login: 'sysadmin', path: '/admin/outbox' }],
    settings: [
      { login: 'sysadmin', path: '/admin/settings' },
      { login: 'auditadmin', path: '/admin/settings' },
    ],
  };
}
