import type { SponsorEntry } from '../../../../libs/law/src/index.js';
import { demoForm } from '../tour/form.js';
import type { Attempt } from './offence.js';
import type { Answered, Stage } from './stage.js';

export const JOINT: SponsorEntry = {
  kind: 'person',
  name: '演示共同举办者',
  citizenNumber: '150202188006150012',
  address: '包头市昆都仑区演示小区9号',
};
export const OTHER: SponsorEntry = { ...JOINT, name: '演示另一举办者', citizenNumber: '440524188001010014' };
export const OWN = demoForm('演示幼儿园').sponsors;
export const TOGETHER = [...OWN, JOINT];
export const ZEROS = '0'.repeat(64);

export interface Parties {
  contentHash: string;
  items: { party: string; name: string; seated: boolean }[];
}
export const attempt = async (what: string, answer: Promise<Answered>): Promise<Attempt> => ({
  what,
  broke: (await answer).status < 400,
});

export const partiesOf = async (stage: Stage, caseId: string): Promise<Parties> =>
  (await stage.send('sponsor', 'GET', `/api/cases/${caseId}/co-signers`)).body as unknown as Parties;
export const partyNamed = async (stage: Stage, caseId: string, name: string): Promise<string> =>
  (await partiesOf(stage, caseId)).items.find((one) => one.name === name)?.party ?? 'nobody';
export const invite = (stage: Stage, caseId: string, party: string, login = 'sponsor'): Promise<Answered> =>
  stage.send(login, 'POST', `/api/cases/${caseId}/co-signers/${party}/invitation`);
export const sit = (stage: Stage, login: string, code: unknown): Promise<Answered> =>
  stage.send(login, 'POST', '/api/co-signatures', { code });
export const sign = (stage: Stage, caseId: string, contentHash: unknown, login = 'sponsor2'): Promise<Answered> =>
  stage.send(login, 'POST', `/api/co-signatures/${caseId}`, { contentHash });
export const save = (stage: Stage, caseId: string, fields: object, login = 'sponsor'): Promise<Answered> =>
  stage.send(login, 'PATCH', `/api/cases/${caseId}/draft`, { fields });
export const submit = (stage: Stage, caseId: string, payload: object = {}, login = 'sponsor'): Promise<Answered> =>
  stage.command(login, caseId, 'submit', payload);

export const drafted = (stage: Stage): Promise<string> => stage.drafted({ sponsors: TOGETHER });
/** A step that the offence needs; where it fails nothing was tried. */
export async function must(what: string, answer: Promise<Answered>): Promise<Answered> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${what}: ${JSON.stringify(body)}`);
  return { status, body };
}
export async function codeFor(stage: Stage, caseId: string, name = JOINT.name): Promise<string> {
  const party = await partyNamed(stage, caseId, name);
  return String((await must('invite', invite(stage, caseId, party))).body['code']);
}
export async function seated(stage: Stage): Promise<string> {
  const caseId = await drafted(stage);
  await must('sit', sit(stage, 'sponsor2', await codeFor(stage, caseId)));
  return caseId;
}
export const signNow = async (stage: Stage, caseId: string): Promise<unknown> =>
  must('sign', sign(stage, caseId, (await partiesOf(stage, caseId)).contentHash));

/** One after the other: each try stands on what the one before has left. */
export async function inOrder<T, R>(all: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await each(one));
  return done;
}
