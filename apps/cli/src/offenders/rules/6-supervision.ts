import type { Attempt, Offender } from '../offence.js';
import type { Stage } from '../stage.js';
import { dayAfter, dueOn, EVERYBODY, moveTo, ticketOf, ticketsOf, type Ticket } from '../supervision/watch.js';

/** Tries to make tickets go away, to take them for others, to date things back, to look busy and to move a promise. */
export const supervision: Offender = {
  rule: 6,
  name: 'Deadline supervision',
  offend: async (stage) => {
    const [silent, idle, promised] = [await stage.submitted(), await stage.submitted(), await stage.accepted()];
    return [
      ...(await movesThePromise(stage, promised)),
      ...(await looksBusy(stage, idle)),
      ...(await climbsTheLadder(stage, silent)),
      ...(await hidesTheReason(stage, promised)),
    ];
  },
};

/** Days, with the working days around it. */
const LONGEST_HOLIDAY = 14;
const NOTE = { note: '演示：今天由经办岗办完' };
const REASON = '演示：现场检查人手不足，没有按时安排。';

/** Whatever anybody sends, the promised day stays where it was told. */
async function movesThePromise(stage: Stage, caseId: string): Promise<Attempt[]> {
  const told = await dueOn(stage, caseId, 'promised_decision');
  const later = { promisedOn: '2039-12-31' };
  const attempts: Attempt[] = [];
  for (const login of EVERYBODY)
    for (const type of ['markPromiseMissed', 'takeAsAccepted', 'accept'])
      attempts.push(
        await tried(`${login} sends ${type} to a promise`, () => stage.command(login, caseId, type, later)),
      );
  for (const login of ['sponsor', 'clerk', 'head', 'sysadmin'] as const)
    for (const [method, path, body] of [
      ['PATCH', `/api/cases/${caseId}/draft`, { fields: later }],
      ['PATCH', `/api/cases/${caseId}`, later],
      ['PUT', `/api/cases/${caseId}/clock`, later],
    ] as const)
      attempts.push(await tried(`${login} ${method} ${path}`, () => stage.send(login, method, path, body)));
  const now = await dueOn(stage, caseId, 'promised_decision');
  return [...attempts, { what: `the promise moved from ${told} to ${now}`, broke: now !== told }];
}

/** Empty acts on a task that lies idle: the same sheet again, previews, refused steps. */
async function looksBusy(stage: Stage, caseId: string): Promise<Attempt[]> {
  const { asOf } = await stage.view(caseId);
  const sheet = { verdicts: await stage.verdicts(caseId, { 'EST-POLICY': '缺少应急预案的签名页' }) };
  await stage.does('clerk', caseId, 'recordVerdicts', sheet);
  const stillIdle = async (what: string): Promise<Attempt> => {
    const { light } = await stage.view(caseId);
    return { what, broke: light?.because !== 'idle' || light.signal !== 'yellow' };
  };
  const untouched = 'a task that nobody touched has no yellow light';
  // two working days, however many days off lie between them
  for (let days = 2; days <= LONGEST_HOLIDAY && (await stillIdle(untouched)).broke; days += 1)
    await moveTo(stage, dayAfter(asOf, days));
  const attempts = [await stillIdle(untouched)];
  for (let n = 1; n <= 4; n += 1) {
    await stage.command('clerk', caseId, 'recordVerdicts', sheet);
    attempts.push(await stillIdle(`the same sheet a ${n}th time made a task look busy`));
  }
  for (const type of ['accept', 'remind', 'beginReview', 'tellUnmetLines']) {
    await stage.command('clerk', caseId, type);
    attempts.push(await stillIdle(`a refused ${type} made a task look busy`));
  }
  for (const login of ['clerk', 'reviewer', 'head']) {
    await stage.send(login, 'POST', `/api/cases/${caseId}/preview`, { type: 'issueCorrectionNotice' });
    attempts.push(await stillIdle(`a preview by ${login} made a task look busy`));
  }
  return attempts;
}

/** On each rung everybody but the one who stands there; edits, closings and dates of one's own on the way. */
async function climbsTheLadder(stage: Stage, caseId: string): Promise<Attempt[]> {
  const silentUntil = await dueOn(stage, caseId, 'correction_or_acceptance');
  await moveTo(stage, dayAfter(silentUntil));
  const attempts: Attempt[] = [];
  for (const [rung, owner] of [
    ['officer', 'clerk'],
    ['section', 'section'],
    ['head', 'head'],
    ['discipline', 'discipline'],
  ] as const) {
    const ticket = await ticketOf(stage, caseId, 'deemedAcceptance', rung);
    for (const login of EVERYBODY.filter((one) => one !== owner))
      attempts.push(
        await tried(`${login} acknowledges on the rung ${rung}`, () => acknowledge(stage, login, ticket, NOTE)),
      );
    if (rung === 'officer') attempts.push(...(await tampers(stage, ticket)));
    // a ticket that was taken up by the wrong hand climbs no further
    if (attempts.some(({ broke }) => broke)) return attempts;
    if (rung !== 'discipline' && ticket.acknowledgeBy) await moveTo(stage, dayAfter(ticket.acknowledgeBy));
  }
  attempts.push(...(await takesItTwice(stage, caseId)));
  return attempts;
}

async function tampers(stage: Stage, { id }: Ticket): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const ways: readonly (readonly [string, string, object?])[] = [
    ['PATCH', '', { matter: 'deemedRenewal' }],
    ['PUT', '', { legalDate: '2039-12-31' }],
    ['DELETE', ''],
    ['POST', '/close', {}],
    ['POST', '/rungs', { rung: 'discipline' }],
    ['DELETE', '/acknowledgement'],
  ];
  for (const login of ['clerk', 'section', 'head', 'supervisor', 'discipline', 'sysadmin'])
    for (const [method, rest, body] of ways)
      attempts.push(
        await tried(`${login} ${method} ticket${rest}`, () =>
          stage.send(login, method, `/api/desk/tickets/${id}${rest}`, body),
        ),
      );
  for (const more of [
    { on: '2026-01-01' },
    { legalDate: '2026-01-01' },
    { rung: 'officer' },
    { accountId: id },
    { by: 'clerk' },
  ])
    attempts.push(
      await tried(`the clerk dates or signs for others: ${JSON.stringify(more)}`, () =>
        acknowledge(stage, 'clerk', { id }, { ...NOTE, ...more }),
      ),
    );
  for (const note of ['', '          ', '好', 'x'.repeat(501)])
    attempts.push(
      await tried('the clerk acknowledges with an empty word', () => acknowledge(stage, 'clerk', { id }, { note })),
    );
  return attempts;
}

/** The last rung takes it up; after that nobody does so again, and the history has its four rungs. */
async function takesItTwice(stage: Stage, caseId: string): Promise<Attempt[]> {
  const ticket = await ticketOf(stage, caseId, 'deemedAcceptance', 'discipline');
  const { status } = await acknowledge(stage, 'discipline', ticket, NOTE);
  if (status >= 400) throw new Error('the discipline officer could not acknowledge');
  const attempts: Attempt[] = [];
  for (const login of EVERYBODY)
    attempts.push(
      await tried(`${login} acknowledges again`, () => acknowledge(stage, login, ticket, { note: '演示：另一种说法' })),
    );
  const after = (await ticketsOf(stage, caseId)).find(({ id }) => id === ticket.id);
  const rungs = after?.rungs.map(({ rung }) => rung).join(' ');
  attempts.push({
    what: `the history of the ticket was changed: ${rungs ?? 'gone'}`,
    broke: rungs !== 'officer section head discipline' || after?.acknowledged?.note !== NOTE.note,
  });
  return attempts;
}

/** The public reason: by the heads alone, once, and naming nobody. */
async function hidesTheReason(stage: Stage, caseId: string): Promise<Attempt[]> {
  await moveTo(stage, dayAfter(await dueOn(stage, caseId, 'promised_decision')));
  const ticket = await ticketOf(stage, caseId, 'promiseMissed');
  const { institutionName } = ticket;
  const attempts: Attempt[] = [];
  const explain = (login: string, reason: string) =>
    stage.send(login, 'POST', `/api/desk/tickets/${ticket.id}/explanation`, { reason });
  for (const login of EVERYBODY.filter((one) => one !== 'section' && one !== 'head'))
    attempts.push(await tried(`${login} explains a missed promise`, () => explain(login, REASON)));
  for (const reason of [
    `因为${institutionName}没有按时接待。`,
    `因为${[...institutionName].join(' ')}没有按时接待。`,
    '请打电话 0472-5550000 问经办人。',
    '申请人身份证号 150203188001010018 有问题。',
    '不想说',
  ])
    attempts.push(await tried(`the section explains with “${reason}”`, () => explain('section', reason)));
  if (attempts.some(({ broke }) => broke)) return attempts;
  const { status } = await explain('head', REASON);
  if (status >= 400) throw new Error('the head could not explain');
  for (const login of ['section', 'head'])
    attempts.push(await tried(`${login} writes the reason anew`, () => explain(login, '演示：换一个更好听的原因。')));
  const { body } = await stage.send('sponsor', 'GET', '/api/public/explanations?limit=100');
  const shown = (body['items'] as { id: string; reason: string | null }[]).find(({ id }) => id === ticket.id);
  attempts.push({ what: 'the public page hides or changes a reason', broke: shown?.reason !== REASON });
  return attempts;
}

const acknowledge = (stage: Stage, login: string, { id }: Pick<Ticket, 'id'>, body: object) =>
  stage.send(login, 'POST', `/api/desk/tickets/${id}/acknowledgement`, body);

async function tried(what: string, offence: () => Promise<{ status: number }>): Promise<Attempt> {
  const { status } = await offence();
  return { what, broke: status < 400 };
}
