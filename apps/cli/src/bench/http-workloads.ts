import { randomIds } from '../../../../libs/platform/src/index.js';
import type { Asked } from './load.js';
import type { BareSql } from './pgbench.js';
import { loggedIn, officer } from './people.js';
import { told } from './server.js';

/** What is asked of the API over HTTP, over and over. */
export interface HttpWorkload {
  name: string;
  limit?: BareSql;
  /** Floors and goals: as a part of the limit, else requests a second. */
  floor: number;
  goal: number;
  /**
   * Requests, made for one database; where they use up its cases, how many there are. `warm`: what makes a process as
   * quick as it is after a day's work and uses up nothing.
   */
  prepare(superuserUrl: string): Promise<{ next: () => Asked; most?: number; warm?: () => Asked }>;
}

const inTurn = <T>(all: readonly T[]): (() => T) => {
  if (all.length === 0) throw new Error('the seed has nothing for this workload');
  let at = 0;
  return () => all[at++ % all.length] as T;
};
const command = (type: string): string => JSON.stringify({ commandId: randomIds.uuid(), type, payload: {} });

/** Cases that are measured elsewhere (W6 to W8) are left alone. */
const KEPT = 1500;

/** Of schools with no other such case. @param version a draft has none yet; a submitted case that was looked through is at its second */
async function cases(url: string, version: number): Promise<{ id: string; sponsor: string }[]> {
  return told(url, [
    `select c.id, c.sponsor_id as sponsor from licensing_case c where c.matter = 'CHG-NAME' and c.version = ${version}
       and not exists (select 1 from licensing_case o where o.institution_id = c.institution_id and o.matter = c.matter
         and o.id <> c.id and o.number is not null and o.closed_at is null) order by c.id`,
  ]);
}

/** 受理 tried and taken back, over and over: all code of a command but the commit. */
async function trials(url: string): Promise<() => Asked> {
  const headers = await officer(url, 'clerk');
  const next = inTurn(await cases(url, 2));
  const body = JSON.stringify({ type: 'accept', payload: {} });
  return () => ({ method: 'POST', path: `/api/cases/${next().id}/preview`, headers, body });
}

/** 提交 of a change of name: number, submission, two papers, log, timers, receipt, outbox, in one transaction. */
const FILE: HttpWorkload = {
  name: 'W1',
  limit: 'write',
  floor: 0.3,
  goal: 0.5,
  async prepare(url) {
    const drafts = await cases(url, 0);
    const people = await loggedIn(
      url,
      drafts.map(({ sponsor }) => sponsor),
    );
    const next = inTurn(drafts);
    return {
      most: drafts.length,
      warm: await trials(url),
      next: () => {
        const { id, sponsor } = next();
        const headers = people.get(sponsor) ?? {};
        return { method: 'POST', path: `/api/cases/${id}/commands`, headers, body: command('submit') };
      },
    };
  },
};

/** 受理 by a clerk: guards, state, log, clocks, notice, outbox. */
const COMMAND: HttpWorkload = {
  name: 'W2',
  limit: 'transition',
  floor: 0.25,
  goal: 0.45,
  async prepare(url) {
    const received = await cases(url, 2);
    const headers = await officer(url, 'clerk');
    const mine = received.slice(0, Math.max(received.length - KEPT, Math.ceil(received.length / 3)));
    const next = inTurn(mine);
    return {
      most: mine.length,
      warm: await trials(url),
      next: () => ({
        method: 'POST',
        path: `/api/cases/${next().id}/commands`,
        headers,
        body: command('accept'),
      }),
    };
  },
};

const LIST: HttpWorkload = {
  name: 'W3',
  limit: 'list',
  floor: 0.04,
  goal: 0.08,
  async prepare(url) {
    const headers = await officer(url, 'clerk');
    const next = inTurn(['RECEIVED', 'IN_REVIEW', 'TO_DECIDE', 'ARCHIVED']);
    return { next: () => ({ method: 'GET', path: `/api/cases?state=${next()}&limit=10`, headers }) };
  },
};

/** Two and four characters of names that are there, in turn. */
const SEARCH: HttpWorkload = {
  name: 'W4',
  floor: 300,
  goal: 1000,
  async prepare(url) {
    const headers = await officer(url, 'clerk');
    const names = await told<{ two: string; four: string }>(url, [
      `select substr(institution_name, 11, 2) as two, substr(institution_name, 11, 4) as four from licensing_case
       where matter = 'EST-DIRECT' and number is not null order by md5(id::text) limit 1000`,
    ]);
    const [known] = await told<{ n: number }>(url, [
      `select count(*)::int as n from case_name where name like '%${names[0]?.four ?? '~'}%'`,
    ]);
    if (!known?.n) throw new Error('what is searched for is not there');
    const next = inTurn(names.flatMap(({ two, four }) => [two, four]));
    return { next: () => ({ method: 'GET', path: `/api/cases?q=${encodeURIComponent(next())}&limit=10`, headers }) };
  },
};

/** Of the matters whose cases are in the same parts at every size: those that the commands use up are not. */
const ONE: HttpWorkload = {
  name: 'W5',
  limit: 'get',
  floor: 0.03,
  goal: 0.06,
  async prepare(url) {
    const headers = await officer(url, 'reviewer');
    const ids = await told<{ id: string }>(url, [
      `select id from licensing_case where number is not null and matter <> 'CHG-NAME' order by md5(id::text) limit 20000`,
    ]);
    const next = inTurn(ids);
    return { next: () => ({ method: 'GET', path: `/api/cases/${next().id}`, headers }) };
  },
};

/** Reads before writes: what they read is as the seed left it. */
export const HTTP_WORKLOADS: readonly HttpWorkload[] = [LIST, SEARCH, ONE, FILE, COMMAND];
