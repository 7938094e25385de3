import pg from 'pg';
import { openTicket } from '../../libs/cases/src/index.js';
import { plainDate } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { joint } from '../e2e/co-signature-samples.js';
import { operating } from '../flows/licensed.js';
import type { World } from '../flows/harness.js';

/** What the paths of the routes speak about. */
export interface Sample {
  /** A school from the draft to the register. */
  case: string;
  institution: string;
  licence: string;
  /** A case that has been submitted and talked about. */
  submitted: string;
  /** A case that has been accepted. */
  accepted: string;
  joint: string;
  jointFile: string;
  file: string;
  document: string;
  notice: string;
  photo: string;
}

const HOURS = ['09:00', '09:30', '10:00', '10:30'];

/** One of everything that stands in a list: each round makes every list longer by one. */
export async function oneRound(world: World, n: number): Promise<Sample> {
  const school = await operating(world);
  const submitted = await world.submitted();
  await talkedAbout(world, submitted, HOURS[n % HOURS.length] ?? '');
  await missed(world, submitted);
  const accepted = await world.accepted();
  await centre(world, n);
  const twoSponsors = await joint(world);
  await world.work();
  const [row] = await world.sql.query<{ document: string; notice: string }>(
    `select (select id from document where case_id = $1 and kind = 'receipt') as document, (select id from public_notice limit 1) as notice`,
    [school.caseId],
  );
  const fileOf = async (caseId: string): Promise<string> =>
    (await world.view(caseId)).materials.find(({ fileId }) => fileId)?.fileId ?? '';
  return {
    case: school.caseId,
    institution: school.institutionId,
    licence: school.number,
    submitted,
    accepted,
    joint: twoSponsors,
    jointFile: await fileOf(twoSponsors),
    file: await fileOf(school.caseId),
    document: row?.document ?? '',
    notice: row?.notice ?? '',
    photo: await photo(world, school.caseId),
  };
}

async function talkedAbout(world: World, caseId: string, from: string): Promise<void> {
  const [sponsor, clerk] = [await world.as('sponsor'), await world.as('clerk')];
  await clerk.post(`/api/cases/${caseId}/notes`, { words: '演示备注' });
  await sponsor.post(`/api/cases/${caseId}/messages`, { words: '演示留言：请问几时受理' });
  const slot = { place: 'counter', day: '2026-03-04', from, cause: 'consultation' };
  await sponsor.post(`/api/cases/${caseId}/appointment`, slot);
}

/** A promise that was missed (督办单), explained in public. */
async function missed(world: World, caseId: string): Promise<void> {
  const { workshop } = world.tools;
  const time = {
    now: world.clock.now(),
    calendar: await workshop.calendars.inForce(world.sql),
    readings: workshop.shelf.readings,
  };
  const ticket = { caseId, matter: 'promiseMissed', legalDate: plainDate('2026-02-28'), owner: 'reviewer' } as const;
  await openTicket(world.sql, workshop.ids, ticket, time);
  await world.work();
  const section = await world.as('section');
  const { items } = await section.get<{ items: { id: string; caseId: string }[] }>('/api/desk/tickets?scope=all');
  const id = items.find((one) => one.caseId === caseId)?.id ?? '';
  await section.post(`/api/desk/tickets/${id}/explanation`, { reason: '现场检查人手不足，没有按时安排。' });
}

/** A picture that an inspector took. */
async function photo(world: World, caseId: string): Promise<string> {
  const id = randomIds.uuid();
  const owner = new pg.Client({ connectionString: world.database.superuserUrl });
  await owner.connect();
  await owner.query(
    `insert into visit_photo (id, visit_id, department, account_id, file_hash, taken_at)
     select $1, v.id, 'education', $3, f.hash, now() from site_visit v, stored_file f where v.case_id = $2 limit 1`,
    [id, caseId, (await world.as('edu1')).accountId],
  );
  await owner.end();
  return id;
}

async function centre(world: World, n: number): Promise<void> {
  const one = {
    number: `演示认字${n}号`,
    name: `包头市昆都仑区演示${n}幼儿中心`,
    address: '内蒙古自治区包头市昆都仑区演示路5号',
    operator: 'sponsor',
    head: '演示负责人',
    recognisedOn: '2019-09-01',
    validUntil: '2026-08-31',
  };
  await (await world.as('registrar')).post('/api/register/centres', { centres: [one] });
}
