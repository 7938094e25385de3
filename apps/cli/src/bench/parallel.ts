import { setTimeout as pause } from 'node:timers/promises';
import { randomIds } from '../../../../libs/platform/src/index.js';
import { ApiProcess } from './api-process.js';
import type { Rig } from './measure-http.js';
import { officer, type Headers } from './people.js';
import { line, type Line } from './report.js';
import { told } from './server.js';

const MANY = 100;
/** How far into the hundred the process is killed, at the latest. */
const KILL_AFTER_MS = 20;

interface Answered {
  status: number;
  text: string;
}

/** W7: one command a hundred times at once; then another one, and the process is killed while it is at it. */
export async function identical(rig: Rig, folder: string): Promise<Line[]> {
  const url = rig.database.superuserUrl;
  const headers = await officer(url, 'clerk');
  const [one, other] = await told<{ id: string }>(url, [
    `select id from licensing_case where matter = 'CHG-NAME' and version = 2 order by md5(id::text) limit 2`,
  ]);
  if (!one || !other) throw new Error('no case is left for W7');
  const body = commandOf('accept', {});
  const answers = await Promise.all(hundred(() => asked(rig.api, one.id, headers, body)));
  const lines = [await judged('W7', rig, one.id, answers, '')];
  const under = commandOf('accept', {});
  const first = hundred(() => asked(rig.api, other.id, headers, under).catch(() => null));
  await Promise.race([Promise.any(first), pause(KILL_AFTER_MS)]);
  await rig.api.stop('SIGKILL');
  const before = (await Promise.all(first)).filter((answer) => answer !== null);
  rig.api = await ApiProcess.start(rig.database, folder);
  const after = await Promise.all(hundred(() => asked(rig.api, other.id, headers, under)));
  lines.push(await judged('W7 kill -9', rig, other.id, [...before, ...after], `${before.length} answered before it`));
  return lines;
}

/** One effect, and the same answer to everybody. */
async function judged(name: string, rig: Rig, caseId: string, answers: Answered[], note: string): Promise<Line> {
  const [row] = await told<{ effects: number; notices: number }>(rig.database.superuserUrl, [
    `select (select count(*)::int from case_event where case_id = '${caseId}' and type = 'accept') as effects,
       (select count(*)::int from document where case_id = '${caseId}' and kind = 'acceptanceNotice') as notices`,
  ]);
  const texts = new Set(answers.map(({ status, text }) => `${status} ${text}`));
  const holds =
    row?.effects === 1 && row.notices === 1 && texts.size === 1 && answers.every(({ status }) => status === 200);
  const said = `${row?.effects} effect, ${row?.notices} notice, ${texts.size} different answer to ${answers.length}`;
  return line(name, {
    floor: '1 effect, same answers',
    goal: 'same under kill -9',
    ...{ holds, reaches: holds },
    note: note ? `${said}; ${note}` : said,
  });
}

/** W8: a hundred different commands at once on one case; what was acknowledged is there. */
export async function different(rig: Rig): Promise<Line> {
  const url = rig.database.superuserUrl;
  const headers = await officer(url, 'reviewer');
  const [one] = await told<{ id: string; version: number }>(url, [
    `select id, version from licensing_case where matter = 'EST-DIRECT' and state = 'IN_REVIEW' and version = 3
     order by md5(id::text) limit 1`,
  ]);
  if (!one) throw new Error('no case is left for W8');
  const lookUp = { lane: 'fire_acceptance', result: 'pass', source: '演示查询', checkedOn: '2026-03-02' };
  const answers = await Promise.all(
    hundred((i) =>
      asked(rig.api, one.id, headers, commandOf('recordAttestation', { ...lookUp, source: `演示查询${i}` })),
    ),
  );
  const acknowledged = answers.filter(({ status }) => status === 200).length;
  const [row] = await told<{ version: number; there: number }>(url, [
    `select version, (select count(*)::int from attestation where case_id = c.id) as there
     from licensing_case c where id = '${one.id}'`,
  ]);
  const lost = acknowledged - Math.min(row?.there ?? 0, (row?.version ?? 0) - one.version);
  const holds = lost === 0 && acknowledged === MANY;
  return line('W8', {
    ...{ floor: '0 lost', goal: '0 lost', holds, reaches: holds },
    note: `${acknowledged} acknowledged, ${lost} lost`,
  });
}

const hundred = <T>(make: (i: number) => T): T[] => Array.from({ length: MANY }, (_, i) => make(i));
const commandOf = (type: string, payload: object): string =>
  JSON.stringify({ commandId: randomIds.uuid(), type, payload });

async function asked({ url }: ApiProcess, caseId: string, headers: Headers, body: string): Promise<Answered> {
  const answer = await fetch(`${url}/api/cases/${caseId}/commands`, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}
