import { took, type CaseView } from '../../../../libs/client/src/index.js';
import { Desk } from './desk.js';
import {
  centreOfBefore,
  closure,
  conversion,
  kindergarten,
  merger,
  newAddress,
  newName,
  renewal,
  school,
  tutoringInstitution,
} from './forms.js';
import { Office } from './office.js';
import { balances, reconcile, type Books } from './reconcile.js';

/** The load of one year as the report has it (2019), in the law and the calendar of today. */
export const LOAD = { schools: 1, kindergartens: 8, tutoringInstitutions: 40, centres: 55 } as const;

/** The least that the changes of the mixed year need. */
export const SHORT: Load = { schools: 1, kindergartens: 5, tutoringInstitutions: 2, centres: 2 };

type Load = Readonly<Record<keyof typeof LOAD, number>>;

interface Act {
  on: string;
  what: string;
  play(): Promise<unknown>;
}

/**
 * `demo --year [--json] [--quick]`: plays a year on an empty register and a database of its own, which is thrown away at the
 * end: what was approved in 2019, then a mixed year of changes, a merger, closures and renewals.
 * @returns 0 when the register reconciles, 1 when it does not
 */
export async function demoYear(args: string[]): Promise<number> {
  if (!args.includes('--year')) {
    process.stderr.write('demo --year [--json] [--quick]\n');
    return 2;
  }
  const office = await Office.open();
  try {
    const year = new Year(
      office,
      args.includes('--quick') ? { schools: 1, kindergartens: 6, tutoringInstitutions: 2, centres: 2 } : LOAD,
    );
    await year.play((done, all, what) => progress(done, all, what));
    const books = await reconcile(office.sql);
    process.stdout.write(
      args.includes('--json') ? `${JSON.stringify({ ...books, ok: balances(books) })}\n` : asText(books),
    );
    return balances(books) ? 0 : 1;
  } finally {
    await office.close();
  }
}

/** Who is licensed in a replay: by name of the applicant, with the number of the licence. */
export class Year {
  private readonly desk: Desk;
  private readonly numbers = new Map<string, string>();

  constructor(
    private readonly office: Office,
    private readonly load: Load,
  ) {
    this.desk = new Desk(office);
  }

  async play(tell: (done: number, all: number, what: string) => void): Promise<void> {
    const acts = [...this.approvals(), ...this.conversions(), ...this.changes()].sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const [done, act] of acts.entries()) {
      tell(done, acts.length, act.what);
      await this.office.turnTo(act.on);
      await act.play().catch((error: unknown) => {
        throw new Error(`${act.on} ${act.what}: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
    tell(acts.length, acts.length, '');
  }

  private approvals(): Act[] {
    const { schools, kindergartens, tutoringInstitutions } = this.load;
    return [
      ...spread(schools, '2026-03-10', 30).map((on, i) => ({
        on,
        what: `学校设立 ${i + 1}`,
        play: () => this.licensed(`year-ps${i}`, `ps${i}`, 'EST-DIRECT', school(i + 1)),
      })),
      ...spread(kindergartens, '2026-03-03', 4).map((on, i) => ({
        on,
        what: `幼儿园设立 ${i + 1}`,
        play: () => this.licensed(`year-kg${Math.floor(i / 2)}`, `kg${i}`, 'EST-DIRECT', kindergarten(i + 1)),
      })),
      ...spread(tutoringInstitutions, '2026-04-01', 3).map((on, i) => ({
        on,
        what: `校外培训机构设立 ${i + 1}`,
        play: () => this.licensed(`year-trn${i % 10}`, `trn${i}`, 'TRN-NONSUBJ', tutoringInstitution(i + 1)),
      })),
    ];
  }

  private conversions(): Act[] {
    const list = Array.from({ length: this.load.centres }, (_, i) => centreOfBefore(i + 1, `year-ecc${i % 5}`));
    return [
      { on: '2026-03-02', what: '幼儿中心台账导入', play: () => this.imported(list) },
      ...spread(list.length, '2026-05-06', 2).map((on, i) => ({
        on,
        what: `幼儿中心转办、退出 ${i + 1}`,
        play: () => this.desk.play(`year-ecc${i % 5}`, 'ECC-RECOG', conversion(list[i]?.number ?? '')),
      })),
    ];
  }

  private changes(): Act[] {
    const of = (who: string): string => this.numbers.get(who) ?? '';
    const act = (
      on: string,
      what: string,
      applicant: string,
      matter: string,
      fields: () => Record<string, unknown>,
    ) => ({
      on,
      what,
      play: () => this.desk.play(applicant, matter, fields()),
    });
    return [
      act('2026-09-08', '名称变更', 'year-kg0', 'CHG-NAME', () => newName(of('kg0'), 1)),
      act('2026-09-09', '地址变更', 'year-kg0', 'CHG-ADDR', () => newAddress(of('kg1'), 1)),
      act('2026-09-10', '合并', 'year-kg1', 'MERGER', () => merger(of('kg2'), of('kg3'))),
      act('2026-09-11', '终止办学', 'year-kg2', 'TERM-VOL', () => closure(of('kg4'), '2026-09-30')),
      act('2029-02-05', '许可证延续', 'year-trn0', 'RENEW', () => renewal(of('trn0'))),
      act('2029-02-06', '许可证延续', 'year-trn1', 'RENEW', () => renewal(of('trn1'))),
    ];
  }

  private async licensed(
    applicant: string,
    who: string,
    matter: string,
    fields: Record<string, unknown>,
  ): Promise<CaseView> {
    const view = await this.desk.play(applicant, matter, fields);
    this.numbers.set(who, view.licenceNumber ?? '');
    return view;
  }

  private async imported(list: ReturnType<typeof centreOfBefore>[]): Promise<void> {
    for (const { operator } of list) await this.office.as(operator);
    const registrar = await this.office.as('registrar');
    took(await registrar.http.POST('/api/register/centres', { body: { centres: list } }));
  }
}

/** Days from a first one on, so many apart; a file opened on a day off waits for the next working day by itself. */
const spread = (count: number, from: string, apart: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(`${from}T12:00:00Z`) + i * apart * 86_400_000).toISOString().slice(0, 10),
  );

function progress(done: number, all: number, what: string): void {
  const width = 30;
  const full = Math.round((width * done) / all);
  const end = done === all ? '\n' : '';
  process.stderr.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done}/${all} ${what.padEnd(24)}${end}`);
}

const asText = (books: Books): string => {
  const { opened, closed, live, licences, withoutCase, states } = books;
  return [
    `设立、导入 ${opened} − 终止、注销 ${closed} = 在册 ${live} / opened − closed = live`,
    `许可证 ${licences}，没有办件的 ${withoutCase.length} / licences, without a case`,
    ...Object.entries(states).map(([state, n]) => `  ${state.padEnd(32)} ${n}`),
    balances(books) ? '账目平衡 / the register reconciles' : '账目不平 / the register does not reconcile',
    '',
  ].join('\n');
};
