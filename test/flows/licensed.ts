import { completeCreditCode } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import type { Person, World } from './harness.js';

/** What every form about a licence asks for beside its own matter. */
export const CONTACT = { contactPhone: '04725550000', deliveryChannel: 'electronic', serviceConsent: true };
/** A resolution that two thirds of all members carried. */
export const RESOLVED = { decidedOn: '2026-02-20', members: 6, inFavour: 4 };

export interface School {
  institutionId: string;
  number: string;
  /** The establishment that made it. */
  caseId: string;
}

let schools = 0;

/** An institution that operates: granted, served, registered. */
export async function operating(world: World): Promise<School> {
  const caseId = await world.granted();
  schools += 1;
  return opened(world, caseId, completeCreditCode(`52150203MJ${String(schools).padStart(6, '0')}`));
}

/** From the grant to an institution that operates: served, and registered under its credit code. */
export async function opened(world: World, caseId: string, creditCode: string): Promise<School> {
  await world.work();
  const registrar = await world.as('registrar');
  await registrar.does(caseId, 'serve', { channel: 'electronic' });
  await registrar.does(caseId, 'recordRegistration', { creditCode, registeredOn: world.today });
  await world.work();
  const [row] = await world.sql.query<{ institution_id: string; number: string }>(
    'select institution_id, number from licence where case_id = $1',
    [caseId],
  );
  return { institutionId: row?.institution_id ?? '', number: row?.number ?? '', caseId };
}

export interface Entry {
  id: string;
  state: string;
  licence: { number: string; state: string; validFrom: string; validTo: string } | null;
  fields: Record<string, unknown>;
  versions: { cause: string; validFrom: string; fields: Record<string, unknown> }[];
}
export const entryOf = async (world: World, institutionId: string): Promise<Entry> =>
  (await world.as('registrar')).get<Entry>(`/api/register/${institutionId}`);

/** A draft of a matter, filled in, with every paper it asks for. */
export async function draftOf(world: World, matter: string, fields: object, login = 'sponsor'): Promise<string> {
  const sponsor = await world.as(login);
  const { caseId } = await sponsor.post<{ caseId: string }>('/api/cases', { commandId: randomIds.uuid(), matter });
  const { status, body } = await sponsor.send('PATCH', `/api/cases/${caseId}/draft`, { fields });
  if (status !== 200) throw new Error(JSON.stringify(body));
  await handIn(world, sponsor, caseId, login);
  return caseId;
}

async function handIn(world: World, sponsor: Person, caseId: string, login: string): Promise<void> {
  const { materials } = await world.view(caseId, login);
  for (const { lineId } of materials.filter(({ source, applicable }) => source === 'upload' && applicable)) {
    const { status, body } = await sponsor.upload(caseId, lineId);
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
}

/** From the draft to acceptance, or for a filing to the complete sheet. */
export async function checked(world: World, caseId: string): Promise<void> {
  await (await world.as('sponsor')).does(caseId, 'submit');
  await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
}

/** A review of papers, proposed, legal, decided. */
export async function decided(world: World, caseId: string, lanes: string[]): Promise<void> {
  await world.lookedUp(caseId, lanes);
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
  await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
}

/** 集体讨论 (MDR 30), concluded for a grant. */
export async function discussed(world: World, caseId: string): Promise<void> {
  const [head, ...members] = await Promise.all(['head', 'registrar', 'supervisor'].map((login) => world.as(login)));
  const room = `/api/cases/${caseId}/meetings`;
  const { meetingId } = (await head?.post<{ meetingId: string }>(room, {
    members: members.map(({ accountId }) => accountId),
  })) ?? { meetingId: '' };
  for (const member of members)
    await member.post(`${room}/${meetingId}/opinions`, { stance: 'grant', opinion: '演示意见：情况属实' });
  await head?.post(`${room}/${meetingId}/conclusion`, {
    outcome: 'grant',
    reasons: '演示理由：条件已具备',
    minutes: '演示纪要：各人意见如上',
  });
}
