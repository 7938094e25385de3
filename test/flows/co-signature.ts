import type { SponsorEntry } from '../../libs/law/src/index.js';
import type { World } from './harness.js';

/** Somebody who founds or takes over a school beside the one who files. */
export const JOINT_SPONSOR: SponsorEntry = {
  kind: 'person',
  name: '演示共同举办者',
  citizenNumber: '150202188006150012',
  address: '包头市昆都仑区演示小区9号',
};

export interface PartySeen {
  party: string;
  kind: string;
  name: string;
  seated: boolean;
  signedAt: string | null;
  overtaken: boolean;
  own: boolean;
}

export const coSignersOfCase = async (world: World, caseId: string, login = 'sponsor') =>
  (await world.as(login)).get<{ contentHash: string; items: PartySeen[] }>(`/api/cases/${caseId}/co-signers`);

/** The seat of one party: the applicant shows a code, the other account enters it. */
export async function seated(
  world: World,
  caseId: string,
  { applicant, party, name }: { applicant: string; party: string; name?: string },
): Promise<void> {
  const { items } = await coSignersOfCase(world, caseId, applicant);
  const free = items.find((one) => !one.seated && (name === undefined || one.name === name));
  if (!free) throw new Error(`no free seat in ${JSON.stringify(items)}`);
  const { code } = await (
    await world.as(applicant)
  ).post<{ code: string }>(`/api/cases/${caseId}/co-signers/${free.party}/invitation`);
  await (await world.as(party)).post('/api/co-signatures', { code });
}

/** What a party reads before it confirms. */
export const toSign = async (world: World, caseId: string, login: string) =>
  (await world.as(login)).get<{
    contentHash: string;
    form: Record<string, unknown>;
    materials: { lineId: string; fileId: string }[];
    coSigners: PartySeen[];
  }>(`/api/co-signatures/${caseId}`);

/** The word of a seated party on what is written now. */
export async function confirmed(world: World, caseId: string, party: string): Promise<void> {
  const { contentHash } = await toSign(world, caseId, party);
  await (await world.as(party)).post(`/api/co-signatures/${caseId}`, { contentHash });
}

export async function coSigned(
  world: World,
  caseId: string,
  of: { applicant: string; party: string; name?: string },
): Promise<void> {
  await seated(world, caseId, of);
  await confirmed(world, caseId, of.party);
}
