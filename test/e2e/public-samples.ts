import pg from 'pg';
import { became, changesLater } from '../builders/lineage.js';
import type { World } from '../flows/harness.js';
import { supervised } from './samples.js';

/** What the public pages speak about, once something was licensed. */
export interface Published {
  name: string;
  licence: string;
  decision: string;
  notice: string;
  institution: string;
}

/** One licence the long way; then neighbours that are only rows, so that the register has a second page. */
export async function publish(world: World): Promise<Published> {
  const caseId = await world.granted();
  await supervised(world, await acceptedEarlier(world));
  await world.work();
  const { form, licenceNumber } = await world.view(caseId);
  const { documents } = await world.view(caseId, 'registrar');
  const clerk = await world.as('registrar');
  await clerk.does(caseId, 'serve', { channel: 'electronic' });
  await world.work();
  const { items } = await world.nobody().get<{ items: { id: string }[] }>('/api/public/notices');
  await addNeighbours(world.database.superuserUrl, 24);
  const institution = await descended(world, caseId);
  return {
    name: String(form['schoolName']),
    licence: licenceNumber ?? '',
    decision: documents.find(({ kind }) => kind === 'grantDecision')?.number ?? '',
    notice: items[0]?.id ?? '',
    institution,
  };
}

/** Cases of the Friday before: old enough for a promise that was missed. */
async function acceptedEarlier(world: World): Promise<{ reviewed: string; proposed: string }> {
  const today = world.today;
  world.clock.set('2026-02-27');
  const cases = { reviewed: await world.accepted(), proposed: await world.accepted() };
  world.clock.set(today);
  return cases;
}

async function addNeighbours(connectionString: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('set session_replication_role = replica');
  for (let i = 1; i <= count; i++) {
    const copy = (table: string, changed: string) =>
      client.query(
        `insert into ${table} overriding user value select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${changed})).* from (select * from ${table} limit 1) t`,
      );
    const id = `'00000000-0000-4000-8000-${String(i).padStart(12, '0')}'`;
    await copy('institution', `jsonb_build_object('id', ${id}, 'name', '演示邻居${i}号幼儿园', 'credit_code', null)`);
    await copy(
      'licence',
      `jsonb_build_object('id', ${id}, 'institution_id', ${id}, 'case_id', ${id}, 'number', '教民1150203699${String(i).padStart(5, '0')}')`,
    );
    await copy('register_version', `jsonb_build_object('id', ${id}, 'institution_id', ${id})`);
  }
  await client.end();
}

/** Two neighbours became the school, and the school three others. */
async function descended(world: World, caseId: string): Promise<string> {
  const [row] = await world.sql.query<{ id: string }>('select institution_id as id from licence where case_id = $1', [
    caseId,
  ]);
  const school = row?.id ?? '';
  const neighbour = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const by = { caseId, day: world.today, now: world.clock.now() };
  await became(world.sql, 'merger', [neighbour(1), neighbour(2)], [school], by);
  await changesLater(world.sql, school, caseId, by.now);
  await became(world.sql, 'division', [school], [neighbour(3), neighbour(4), neighbour(5)], by);
  return school;
}

/** Every public page, and every state of it that looks different: its name, and where it is. */
export const publicSamplesOf = ({
  name,
  licence,
  decision,
  notice,
  institution,
}: Published): Record<string, string> => ({
  home: '/',
  guides: '/guides',
  guide: '/guides/EST-DIRECT',
  guideNotOpen: '/guides/TRN-NONSUBJ',
  guideFrozen: '/guides/TRN-SUBJ',
  rehearsal: '/guides/EST-DIRECT/rehearsal?from=2026-03-02&correction=yes&health=yes',
  draws: '/draws',
  rehearsalPlain: '/guides/CHG-NAME/rehearsal?from=2026-12-01',
  rehearsalFaulty: '/guides/EST-DIRECT/rehearsal?from=soon',
  triage: '/triage',
  triageMissed: '/triage?want=open&kind=kindergarten&ready=ready&nature=non_profit&asked=donated',
  triageFound: '/triage?want=open&kind=kindergarten&ready=ready&nature=non_profit&donated=no&joint_sponsors=yes',
  triageElsewhere: '/triage?want=open&kind=nursery',
  triageFrozen: '/triage?want=open&kind=tutoring&subject=subject',
  lists: '/lists',
  powers: '/lists/powers',
  responsibilities: '/lists/responsibilities',
  services: '/lists/services',
  deadline: '/deadline',
  deadlineFound: '/deadline?from=2026-02-13&length=5&unit=working_day',
  ask: '/ask',
  answers: '/ask?q=%E8%A1%A5%E6%AD%A3',
  check: '/check',
  licence: `/check?number=${encodeURIComponent(licence)}`,
  found: `/check?q=${encodeURIComponent(name.slice(8, 12))}`,
  letter: `/check?q=${encodeURIComponent(decision)}`,
  nothing: '/check?q=nobody',
  faulty: '/check?q=',
  register: '/register',
  institution: `/register/${institution}`,
  institutionLater: `/register/${institution}?validOn=2026-09-01`,
  institutionEarlier: `/register/${institution}?validOn=2026-01-01`,
  institutionPlain: '/register/00000000-0000-4000-8000-000000000009?validOn=2031-06-01',
  institutionFaulty: `/register/${institution}?validOn=soon&recordedOn=2050-01-01`,
  notices: '/notices',
  explanations: '/explanations',
  notice: `/notices/${notice}`,
  told: '/told',
  serviceRecord: '/service-record',
  lost: '/nowhere',
});
