import type { SponsorEntry } from '../../../../../libs/law/src/index.js';
import { randomIds } from '../../../../../libs/platform/src/index.js';
import type { Attempt, Offender } from '../offence.js';
import {
  attempt,
  codeFor,
  drafted,
  inOrder,
  invite,
  JOINT,
  must,
  OTHER,
  OWN,
  partiesOf,
  partyNamed,
  save,
  seated,
  sign,
  signNow,
  sit,
  submit,
  TOGETHER,
  ZEROS,
} from '../parties.js';
import type { Stage } from '../stage.js';
import { OFFICE } from '../trying.js';

/** Filed without a word, on a word about something else, or on a word of somebody who has none. */
export const coSignature: Offender = {
  rule: 10,
  name: 'co-signature',
  offend: async (stage) => [
    ...(await fileWithoutAWord(stage)),
    ...(await signAnotherHash(stage)),
    ...(await changeAfterwards(stage)),
    ...(await takeAnothersSeat(stage)),
    ...(await speakForTwo(stage)),
    ...(await keepARevokedSeat(stage)),
    ...(await correctWithoutAWord(stage)),
  ],
};

/** Nobody invited, invited, seated: it is not filed, whoever files it and whatever is sent along. */
async function fileWithoutAWord(stage: Stage): Promise<Attempt[]> {
  const caseId = await drafted(stage);
  const party = await partyNamed(stage, caseId, JOINT.name);
  const { contentHash } = await partiesOf(stage, caseId);
  const payloads: object[] = [
    {},
    { confirmed: true },
    { contentHash },
    { coSigners: [{ party, signedAt: '2026-03-02T00:00:00+08:00' }] },
    { coSignatures: [{ party, contentHash }] },
  ];
  const file = (how: string): Promise<Attempt[]> =>
    inOrder(payloads, (payload) =>
      attempt(`submit ${how} ${JSON.stringify(payload).slice(0, 60)}`, submit(stage, caseId, payload)),
    );
  const uninvited = await file('uninvited');
  const code = await codeFor(stage, caseId);
  const invited = await file('invited');
  await must('sit', sit(stage, 'sponsor2', code));
  const others = await inOrder(['sponsor2', ...OFFICE], (login) =>
    attempt(`${login} submits`, submit(stage, caseId, {}, login)),
  );
  const theirs = await inOrder(['withdraw', 'discard', 'supplyCorrections'], (type) =>
    attempt(`sponsor2 ${type}`, stage.command('sponsor2', caseId, type, { reason: '演示' })),
  );
  const written = await attempt('sponsor2 writes', save(stage, caseId, { contactPhone: '04725553333' }, 'sponsor2'));
  return [...uninvited, ...invited, ...(await file('seated')), ...others, ...theirs, written];
}

/** A word on a hash that is not of this content. */
async function signAnotherHash(stage: Stage): Promise<Attempt[]> {
  const [caseId, elsewhere] = [await seated(stage), await drafted(stage)];
  const before = (await partiesOf(stage, caseId)).contentHash;
  await must('save', save(stage, caseId, { contactPhone: '04725554444' }));
  const now = (await partiesOf(stage, caseId)).contentHash;
  const hashes = [
    before,
    (await partiesOf(stage, elsewhere)).contentHash,
    ZEROS,
    'f'.repeat(64),
    now.toUpperCase() === now ? ZEROS : now.toUpperCase(),
    [...now].reverse().join(''),
    `${now.slice(0, 63)}${now.endsWith('0') ? '1' : '0'}`,
    now.slice(0, 63),
    `${now}0`,
    '',
    null,
    [now],
    { hash: now },
  ];
  const words = await inOrder(hashes, (hash) =>
    attempt(`signs ${JSON.stringify(hash)?.slice(0, 40)}`, sign(stage, caseId, hash)),
  );
  const foreign = await attempt('signs a case without a seat', sign(stage, elsewhere, hashes[1]));
  return [...words, foreign, await attempt('files on none of them', submit(stage, caseId))];
}

/** Everything that is changed after the word makes it void: each field, each file, each name. */
async function changeAfterwards(stage: Stage): Promise<Attempt[]> {
  const caseId = await seated(stage);
  const changes: object[] = [
    { contactPhone: '04725555555' },
    { plannedChildren: 91 },
    { plannedClasses: 4 },
    { siteAreaSquareMetres: 2401 },
    { childrenRoomsSquareMetres: 901 },
    { siteAddress: '内蒙古自治区包头市昆都仑区演示路1号二层' },
    { openingFundsYuan: 299_999 },
    { paidInYuan: 5_000_001 },
    { deliveryChannel: 'counter' },
    { deliveryChannel: 'courier' },
    { sponsors: [...OWN, { ...JOINT, address: '包头市昆都仑区演示小区10号' }] },
    { supervisors: [{ name: '演示监事丁' }] },
    { sponsors: [...TOGETHER, OTHER] },
  ];
  const fields = await inOrder(changes, async (change) => {
    await signNow(stage, caseId);
    await must('save', save(stage, caseId, change));
    return attempt(`files after ${JSON.stringify(change).slice(0, 60)}`, submit(stage, caseId));
  });
  await must('save', save(stage, caseId, { sponsors: TOGETHER }));
  const papers = (await stage.view(caseId)).materials.filter(
    ({ source, applicable }) => source === 'upload' && applicable,
  );
  const files = await inOrder(papers.slice(0, 6), async ({ lineId }) => {
    await signNow(stage, caseId);
    await stage.upload(caseId, lineId);
    return attempt(`files after another ${lineId}`, submit(stage, caseId));
  });
  return [...fields, ...files];
}

/** With a guessed code, with one's own, for a party that is not there, by an office. */
async function takeAnothersSeat(stage: Stage): Promise<Attempt[]> {
  const caseId = await drafted(stage);
  const code = await codeFor(stage, caseId);
  const { contentHash } = await partiesOf(stage, caseId);
  const party = await partyNamed(stage, caseId, JOINT.name);
  const guesses: unknown[] = [
    'AAAAAA-AAAAAA',
    '222222-222222',
    [...code].reverse().join(''),
    `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`,
    code.slice(0, 6),
    party,
    contentHash.slice(0, 13),
    caseId,
    '%',
    `' or ''='`,
    '',
    null,
    [code],
  ];
  return [
    await attempt('the applicant sits with the code', sit(stage, 'sponsor', code)),
    await attempt('the applicant signs for the party', sign(stage, caseId, contentHash, 'sponsor')),
    await attempt('sponsor2 signs without a seat', sign(stage, caseId, contentHash)),
    await attempt('sponsor2 reads without a seat', stage.send('sponsor2', 'GET', `/api/co-signatures/${caseId}`)),
    ...(await inOrder(guesses, (guess) =>
      attempt(`sits with ${JSON.stringify(guess)}`, sit(stage, 'sponsor2', guess)),
    )),
    ...(await inOrder(OFFICE, (login) => attempt(`${login} sits`, sit(stage, login, code)))),
    ...(await inOrder(OFFICE, (login) => attempt(`${login} signs`, sign(stage, caseId, contentHash, login)))),
    ...(await inOrder(['sponsor2', ...OFFICE], (login) =>
      attempt(`${login} invites`, invite(stage, caseId, party, login)),
    )),
    ...(await inOrder([`joint_sponsor-${ZEROS.slice(0, 16)}`, 'nobody', randomIds.uuid()], (other) =>
      attempt(`invites ${other}`, invite(stage, caseId, other)),
    )),
    await attempt('files on all of it', submit(stage, caseId)),
  ];
}

/** One person for two parties; a seat that is taken once more. */
async function speakForTwo(stage: Stage): Promise<Attempt[]> {
  const caseId = await stage.drafted({ sponsors: [...TOGETHER, OTHER] });
  const [first, second] = [await codeFor(stage, caseId), await codeFor(stage, caseId, OTHER.name)];
  await must('sit', sit(stage, 'sponsor2', first));
  const taken = await partyNamed(stage, caseId, JOINT.name);
  const twice = await attempt('sponsor2 sits on the second seat too', sit(stage, 'sponsor2', second));
  await signNow(stage, caseId);
  await signNow(stage, caseId);
  return [
    twice,
    await attempt('files on one word said twice', submit(stage, caseId)),
    await attempt('invites to a seat that is taken', invite(stage, caseId, taken)),
    await attempt('the applicant takes the second seat', sit(stage, 'sponsor', second)),
    await attempt('files all the same', submit(stage, caseId)),
  ];
}

/** Who is no party any more has neither seat nor word, and no code that still opens. */
async function keepARevokedSeat(stage: Stage): Promise<Attempt[]> {
  const caseId = await seated(stage);
  const spare = await drafted(stage);
  const unused = await codeFor(stage, spare);
  await must('save', save(stage, spare, { sponsors: [...OWN, OTHER] }));
  const late = await attempt('sits for a party that is gone', sit(stage, 'sponsor2', unused));
  const replaced: SponsorEntry[] = [
    OTHER,
    { ...JOINT, citizenNumber: OTHER.citizenNumber },
    { ...JOINT, name: '演示改名举办者', citizenNumber: OTHER.citizenNumber },
  ];
  const tries = await inOrder(replaced, async (other) => {
    await must('save', save(stage, caseId, { sponsors: TOGETHER }));
    await signNow(stage, caseId);
    await must('save', save(stage, caseId, { sponsors: [...OWN, other] }));
    const { contentHash } = await partiesOf(stage, caseId);
    return [
      await attempt(`files on the word of who was before ${other.name}`, submit(stage, caseId)),
      await attempt(`signs in the place of ${other.name}`, sign(stage, caseId, contentHash)),
      await attempt(
        `reads what is ${other.name}'s to read`,
        stage.send('sponsor2', 'GET', `/api/co-signatures/${caseId}`),
      ),
    ];
  });
  return [late, ...tries.flat()];
}

/** A correction is content as well. */
async function correctWithoutAWord(stage: Stage): Promise<Attempt[]> {
  const caseId = await seated(stage);
  await signNow(stage, caseId);
  await stage.does('sponsor', caseId, 'submit');
  const [line] = (await stage.view(caseId)).materials.filter(
    ({ source, applicable }) => source === 'upload' && applicable,
  );
  const lineId = line?.lineId ?? '';
  await stage.does('clerk', caseId, 'recordVerdicts', {
    verdicts: await stage.verdicts(caseId, { [lineId]: '缺少签名页' }),
  });
  await stage.does('clerk', caseId, 'issueCorrectionNotice');
  await stage.upload(caseId, lineId);
  return inOrder([{}, { contentHash: (await partiesOf(stage, caseId)).contentHash }, { confirmed: true }], (payload) =>
    attempt(
      `corrects ${JSON.stringify(payload).slice(0, 40)}`,
      stage.command('sponsor', caseId, 'supplyCorrections', payload),
    ),
  );
}
