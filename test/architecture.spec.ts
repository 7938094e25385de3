import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeRoutes } from '../apps/api/src/describe-routes.js';
import { CASE_STATES } from '../libs/law/src/index.js';
import { explore } from '../libs/procedures/src/proofs/graph.js';
import { prove } from '../libs/procedures/src/proofs/prove.js';
import { allowed, decide, alphabet, ROLES, type ActingRole } from '../libs/procedures/src/index.js';
import { matrixOf, sendersOf } from '../libs/procedures/src/matrix.js';
import { WORDS_HASH } from '../libs/procedures/src/words-hash.js';
import { wordsHash } from '../apps/cli/src/words-hash.js';
import { en } from '../libs/messages/src/en/index.js';
import { zhCN } from '../libs/messages/src/zh-CN/index.js';
import { say } from '../libs/platform/src/index.js';
import { countyPacks, establishmentPack, procedureFor } from './builders/pack.js';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
const sources = () =>
  ['apps', 'libs'].flatMap(filesBelow).filter((path) => /\.tsx?$/.test(path) && !/\.(spec|d)\.tsx?$/.test(path));

it('only the known callers open a write transaction', () => {
  const callers = sources().filter((path) => /\binTransaction\(/.test(readFileSync(path, 'utf8')));
  expect(callers.sort()).toEqual([
    'libs/cases/src/appointments/agenda.ts',
    'libs/cases/src/appointments/book.ts',
    'libs/cases/src/appointments/remind.ts',
    'libs/cases/src/calendar/adopt.ts',
    'libs/cases/src/carry-over/carry-over.ts',
    'libs/cases/src/co-signature/seats.ts',
    'libs/cases/src/drafts.ts',
    'libs/cases/src/ex-officio.ts',
    'libs/cases/src/hand-ins.ts',
    'libs/cases/src/handle.ts',
    'libs/cases/src/pre-review.ts',
    'libs/cases/src/preview.ts',
    'libs/cases/src/rating.ts',
    'libs/cases/src/recusal/declare.ts',
    'libs/cases/src/supervision/climb.ts',
    'libs/cases/src/supervision/explain.ts',
    'libs/cases/src/trips/code.ts',
    'libs/cases/src/trips/record.ts',
    'libs/cases/src/wake-annual.ts',
    'libs/cases/src/wake-institution.ts',
    'libs/inspections/src/photos.ts',
    'libs/inspections/src/visits.ts',
    'libs/jobs/src/operators.ts',
    'libs/jobs/src/relay.ts',
    'libs/jobs/src/run.ts',
    'libs/people/src/administration.ts',
    'libs/register/src/centres.ts',
  ]);
});

it('a ticket is opened in one place, which puts it on the ladder; the register opens its own, placed by libs/cases', () => {
  const openers = sources().filter((path) => /insert into supervision_ticket/.test(readFileSync(path, 'utf8')));
  expect(openers.sort()).toEqual(['libs/cases/src/supervision/tickets.ts', 'libs/register/src/effects-of-law.ts']);
});

it('the arrows of the house point downwards', () => {
  const output = execFileSync(
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
    { encoding: 'utf8' },
  );
  expect(output).toContain('no dependency violations found');
});

it('the OpenAPI document and the typed client are those of the routes', async () => {
  const kept = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as unknown;
  expect(JSON.parse(JSON.stringify(await describeRoutes()))).toEqual(kept);
  const client = execFileSync('node_modules/.bin/openapi-typescript', ['docs/openapi.json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(client.trim()).toBe(readFileSync('libs/client/src/schema.d.ts', 'utf8').trim());
});

it('the lock file lacks no platform package and names no host', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
  };
  const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing.filter((name) => name.startsWith('@swc/core'))).toEqual([]);
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
});

it('every dependency has a licence that ours can live with', () => {
  const accepted =
    /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|OFL-1\.1|PostgreSQL|Zlib)\b/;
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { license?: string; dev?: boolean }>;
  };
  // MPL-2.0 asks something of those who ship its files; tools of the build and the tests are not shipped
  const asTool = /^MPL-2\.0$/;
  const odd = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .filter(
      ([, { license = '', dev }]) =>
        !license.split(/ AND /).every((part) => accepted.test(part) || (dev && asTool.test(part))),
    )
    .map(([path, { license }]) => `${path}: ${license}`);
  expect(odd).toEqual([]);
});

describe('role × state × event', () => {
  const pack = establishmentPack();
  const procedure = procedureFor(pack);

  it('leads to every state that lists and filters know, and to no other; each has its word', () => {
    const others = ['TERM-VOL', 'FILE-GOV', 'TERM-REVOKE', 'ANNUAL'];
    const packs = countyPacks().filter(({ code }) => others.includes(code));
    const charts = [procedure, ...packs.map((one) => procedureFor(one))];
    const reached = new Set(charts.flatMap((of) => explore(of).configurations.map(({ state }) => state)));
    expect([...CASE_STATES].sort()).toEqual([...reached].sort());
    expect(CASE_STATES.filter((state) => !(`state.${state}` in zhCN))).toEqual([]);
  });

  it('is the published matrix', () => {
    expect(readFileSync('docs/matrix.md', 'utf8')).toContain(matrixOf(procedure));
  });

  it('holds at the door: what the matrix allows is decided, everything else is refused', () => {
    const small = {
      ...procedure,
      input: {
        ...procedure.input,
        lanes: ['education_site', 'hygiene_evaluation'],
        grounds: ['appraisal'],
      } satisfies typeof procedure.input,
    };
    const begun = procedureFor({
      ...pack,
      specialProcedures: small.input.grounds,
      attestations: pack.attestations.filter(({ lane }) => (small.input.lanes as readonly string[]).includes(lane)),
    });
    const roles: ActingRole[] = [...ROLES, 'system'];
    let decisions = 0;
    const seen = new Map([[JSON.stringify(begin(begun)), begin(begun)]]);
    for (const snapshot of seen.values()) {
      const offered = allowed(begun, snapshot);
      for (const event of alphabet(begun.input)) {
        for (const role of roles) {
          const result = decide(begun, snapshot, event, role);
          decisions += 1;
          if (!sendersOf(event).includes(role) && !result.refused) throw new Error(`${role} may ${event.type}`);
          if (result.refused) continue;
          if (!offered.some(({ event: type, who }) => type === event.type && who.includes(role)))
            throw new Error(`${event.type} by ${role} is possible but not offered`);
          seen.set(JSON.stringify(result.snapshot), result.snapshot);
        }
      }
      if (decisions > 60_000) break;
    }
    expect(decisions).toBeGreaterThan(50_000);
  });

  it('the words of the charts are those that were proved', () => {
    expect(WORDS_HASH).toBe(wordsHash(process.cwd()));
  });

  it('the kept certificate is the proof of what runs', () => {
    const kept = JSON.parse(readFileSync('libs/procedures/certificates/EST-DIRECT.json', 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(prove(pack)))).toEqual(kept);
  });
});

describe('messages', () => {
  it('are complete in both languages, with the same parameters', () => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const key of Object.keys(zhCN) as (keyof typeof zhCN)[]) {
      expect(en[key].length).toBeGreaterThan(0);
      if (key.startsWith('problem.')) expect([key, parameters(en[key])]).toEqual([key, parameters(zhCN[key])]);
    }
  });

  it('keep the voice: no forbidden words, no sentence over 25 characters on screens', () => {
    const forbidden = /请知悉|予以|相关材料(?!”)|退回[^次]/;
    for (const [key, text] of Object.entries(zhCN)) {
      if (key === 'field.REASON_VAGUE') continue;
      expect([key, forbidden.test(text)]).toEqual([key, false]);
      if (key.startsWith('document.') || key.startsWith('notice.')) continue;
      const longest = Math.max(
        ...text.split(/[。；，：]/).map((part) => (part.match(/\p{Script=Han}/gu) ?? []).length),
      );
      expect([key, longest <= 25]).toEqual([key, true]);
    }
  });

  it('put parameters where they belong', () => {
    expect(say('zh', 'problem.DUPLICATE_FIELD', { field: 'login' })).toBe('字段 login 出现了两次，请只保留一次。');
  });
});

function begin(procedure: ReturnType<typeof procedureFor>) {
  const { value, context } = procedure.initial();
  return { value, context };
}
