import {
  EX_OFFICIO,
  isAboutLicence,
  LAW_VERSION,
  loadCounty,
  packLinesOf,
  readingsOf,
  RENEWAL_MATTER,
  type Authority,
  type MatterPack,
  type Readings,
} from '../../law/src/index.js';
import { procedureOf, type Procedure } from '../../procedures/src/index.js';
import { Refusal, type Clock, type Sql } from '../../platform/src/index.js';
import { frozenCharts, type FrozenCharts } from './frozen-charts.js';
import { readCountyFiles } from './pack-files.js';

/** A published matter: its pack, and the procedure that runs it; null while it is not open online. */
export interface Matter {
  pack: MatterPack;
  procedure: Procedure | null;
}
/** A matter that runs cases. */
export type RunningMatter = Matter & { procedure: Procedure };

/** The packs on the shelf: today's by matter code, and every one that a case was ever opened under, by hash. */
export class PackShelf {
  readonly lawVersion = LAW_VERSION;
  private readonly byHash = new Map<string, Matter>();
  private readonly charts = new Map<string, Procedure>();

  private constructor(
    readonly published: ReadonlyMap<string, Matter>,
    readonly frozen: readonly FrozenCharts[],
  ) {
    for (const matter of published.values()) this.byHash.set(matter.pack.hash, matter);
  }

  /**
   * Loads what the county publishes; a pack that breaks the law stops the start.
   * @param national the folder of the national base
   * @param county the folder of the county
   * @param kept the folder of the charts of earlier releases
   * @param charts what new cases run on
   */
  static load(
    national: string,
    county: string,
    kept: string,
    charts: Pick<FrozenCharts, 'procedureOf'> = { procedureOf },
  ): PackShelf {
    return PackShelf.of(loadCounty(readCountyFiles(national, county)), kept, charts);
  }

  /** The same, of packs that were read and checked before. */
  static of(
    packs: readonly MatterPack[],
    kept: string,
    charts: Pick<FrozenCharts, 'procedureOf'> = { procedureOf },
  ): PackShelf {
    const published = packs.map((pack) => [pack.code, { pack, procedure: charts.procedureOf(pack) }] as const);
    return new PackShelf(new Map(published), frozenCharts(kept));
  }

  /** The region code of the county that publishes these matters. */
  get region(): string {
    return this.authority.region;
  }

  /** How the county reads the law today, for what no case pins. */
  get readings(): Readings {
    return this.first.readings;
  }

  get authority(): Authority {
    return this.first.authority;
  }

  private get first(): MatterPack {
    const [first] = this.published.values();
    if (!first) throw new Error('a county without matters');
    return first.pack;
  }

  /** Keeps today's packs and their lines in the database, so that a case opened now can be read under them for ever. */
  async keep(sql: Sql, clock: Clock): Promise<void> {
    for (const { pack } of this.published.values()) {
      await sql.query(
        'insert into matter_pack (hash, code, content, kept_at) values ($1, $2, $3, $4) on conflict (hash) do nothing',
        [pack.hash, pack.code, JSON.stringify(pack), clock.now()],
      );
      const lines = packLinesOf(pack);
      await sql.query(
        `insert into pack_line (pack_hash, line_id, kind) select $1, * from unnest($2::text[], $3::text[])
         on conflict (pack_hash, line_id) do nothing`,
        [pack.hash, lines.map(({ lineId }) => lineId), lines.map(({ kind }) => kind)],
      );
    }
  }

  current(code: string): Matter {
    const matter = this.published.get(code);
    if (!matter) throw new Refusal('MATTER_UNKNOWN', { params: { code } });
    return matter;
  }

  /** The matters that run cases. */
  running(): RunningMatter[] {
    return [...this.published.values()].filter(runs);
  }

  /** Matters about an institution that is there already; a renewal is offered by itself, towards the end of a term. */
  aboutLicences(): RunningMatter[] {
    return this.running().filter(({ pack }) => isAboutLicence(pack.onlineForm) && pack.code !== RENEWAL_MATTER);
  }

  /**
   * A matter in which a case may be opened now.
   * @param isOperator whether whoever asks runs a centre of the list of before
   * @throws Refusal MATTER_SWITCHED_OFF with the pack's reason, MATTER_NOT_OPEN while there is no procedure
   */
  async open(code: string, isOperator: () => Promise<boolean>): Promise<RunningMatter> {
    const matter = this.current(code);
    const { switchedOff } = matter.pack;
    if (switchedOff && !(switchedOff.stillOpenFor === 'centres' && (await isOperator())))
      throw new Refusal('MATTER_SWITCHED_OFF', { params: { reason: switchedOff } });
    if (EX_OFFICIO[code]) throw new Refusal('MATTER_EX_OFFICIO', { article: EX_OFFICIO[code].article });
    return running(matter);
  }

  /** A matter that the bureau begins by itself. */
  exOfficio(code: string): RunningMatter {
    return running(this.current(code));
  }

  /**
   * The matter as it was when a case was opened: its pack from the database when it is no longer published, its chart from
   * the release that it is of.
   * @throws Refusal MACHINE_VERSION_UNKNOWN when no release that is kept has this chart
   */
  async pinned(sql: Sql, hashes: { pack_hash: string; machine_hash: string }): Promise<RunningMatter> {
    const { pack } = await this.matterOf(sql, hashes.pack_hash);
    return { pack, procedure: this.chartOf(pack, hashes.machine_hash) };
  }

  /** The matter of a case, where its machine is known here; null for a chart that nobody has kept. */
  async runningUnder(sql: Sql, hashes: { pack_hash: string; machine_hash: string }): Promise<RunningMatter | null> {
    const { pack } = await this.matterOf(sql, hashes.pack_hash);
    const procedure = this.findChart(pack, hashes.machine_hash);
    return procedure && { pack, procedure };
  }

  /**
   * The chart of a pack with this hash, of today or of an earlier release.
   * @throws Refusal MACHINE_VERSION_UNKNOWN
   */
  chartOf(pack: MatterPack, machineHash: string): Procedure {
    const procedure = this.findChart(pack, machineHash);
    if (!procedure) throw new Refusal('MACHINE_VERSION_UNKNOWN');
    return procedure;
  }

  /** What cases of this pack would run on if they were opened today. */
  todaysChart(pack: MatterPack): Procedure | null {
    return this.byHash.get(pack.hash)?.procedure ?? null;
  }

  /** The earlier release whose chart this is; null for today's. */
  releaseOf(pack: MatterPack, machineHash: string): FrozenCharts | null {
    return this.frozen.find((release) => release.procedureOf(pack)?.hash === machineHash) ?? null;
  }

  private findChart(pack: MatterPack, machineHash: string): Procedure | null {
    const today = this.byHash.get(pack.hash)?.procedure;
    if (today?.hash === machineHash) return today;
    const kept = this.charts.get(`${pack.hash} ${machineHash}`) ?? this.releaseOf(pack, machineHash)?.procedureOf(pack);
    if (kept) this.charts.set(`${pack.hash} ${machineHash}`, kept);
    return kept ?? null;
  }

  /** The pack that a case pins, whichever machine it runs on. */
  async packOf(sql: Sql, hash: string): Promise<MatterPack> {
    return (await this.matterOf(sql, hash)).pack;
  }

  private async matterOf(sql: Sql, hash: string): Promise<Matter> {
    return this.byHash.get(hash) ?? this.fetch(sql, hash);
  }

  private async fetch(sql: Sql, hash: string): Promise<Matter> {
    const [row] = await sql.query<{ content: MatterPack }>('select content from matter_pack where hash = $1', [hash]);
    if (!row) throw new Refusal('PACK_UNKNOWN');
    // a pack of before a reading was known is read as the standard was then
    const pack = { ...row.content, readings: readingsOf(row.content.readings ?? {}) };
    const matter = { pack, procedure: procedureOf(pack) };
    this.byHash.set(hash, matter);
    return matter;
  }
}

const runs = (matter: Matter): matter is RunningMatter => matter.procedure !== null;

function running(matter: Matter): RunningMatter {
  if (!runs(matter)) throw new Refusal('MATTER_NOT_OPEN', { params: { code: matter.pack.code } });
  return matter;
}
