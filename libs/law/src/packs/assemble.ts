import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { cite } from '../article.js';
import { isPeriod, type Authority, type MatterPack, type StatutoryLimit } from './pack.js';
import { packFaults } from './pack-rules.js';
import { readingsOf, type Readings } from '../readings.js';
import { lawLimitOf, type DatedLimit } from '../statutory-limits.js';
import type { RawExtension, RawPack, RawStatutory } from './raw-pack.js';
import { WHOLE_PACK_SCHEMA } from './schema.js';
import { paperFaults } from './source-rules.js';
import {
  finding,
  isRecord,
  isSound,
  schemaFindings,
  stands,
  type PackFinding,
  type Parsed,
  type Path,
} from './source-file.js';
import { POWER_TYPES } from './terms.js';

/** The two national lists that matters refer to by id. */
export interface National {
  materials: Parsed;
  lanes: Parsed;
}

const checkWhole = new Ajv({ allErrors: true }).compile(WHOLE_PACK_SCHEMA);

/**
 * A matter pack from its national base and its county overlay (the later file wins, section by section; lists of
 * materials and lanes line by line) and the county's authority. The hash covers what was said, not how it was typed.
 */
export function assemble(
  national: National,
  base: Parsed,
  overlay: Parsed | undefined,
  authority: Parsed,
): { pack?: MatterPack; findings: PackFinding[] } {
  const files = [...(overlay ? [overlay] : []), base];
  const merged = overlay ? mergePack(base.content, overlay.content) : base.content;
  const materials = complete(merged['materials'], 'id', national.materials.content);
  const attestations = complete(merged['attestations'], 'lane', national.lanes.content);
  const whole = { ...merged, materials: materials.lines, attestations: attestations.lines };
  const locate = (path: Path): { parsed: Parsed; path: Path } => locateIn(files, national, whole, path);
  const at = (path: Path, message: string, article?: string): PackFinding => {
    const place = locate(path);
    return finding(place.parsed, place.path, message, article);
  };
  const findings = [
    ...paperFaults(linesIn(merged['materials']), national.materials.content).map(({ path, message, article }) =>
      at(path, message, article?.zh),
    ),
    ...materials.unknown.map((id) => at(['materials', id], `材料目录里没有它 / unknown material "${id}"`)),
    ...omittedInVain(base.content, overlay?.content ?? {}).map((path) =>
      at(path, `国家基础里没有这一行，不用去掉 / there is no such line to omit: "${path[1]}"`),
    ),
    ...attestations.unknown.map((id) => at(['attestations', id], `核验目录里没有它 / unknown lane "${id}"`)),
  ];
  if (findings.length > 0) return { findings };
  // Keys that nobody knows are told of the file in which they stand.
  if (!checkWhole(whole) && !isSound(checkWhole)) return { findings: schemaFindings(checkWhole, whole, locate) };
  const raw = whole as unknown as RawPack;
  const readings = readingsIn(authority);
  findings.push(...packFaults(raw, readings).map(({ path, article, message }) => at(path, message, article?.zh)));
  if (findings.length > 0) return { findings };
  return {
    pack: resolve(raw, { authority: authorityOf(authority), readings, setByCounty: setPaths(overlay) }),
    findings,
  };
}

type Line = Record<string, unknown>;

const linesIn = (lines: unknown): Line[] => (Array.isArray(lines) ? lines : []) as Line[];

/** Lines in full: what the national list says of them, then what the matter says. */
function complete(lines: unknown, key: 'id' | 'lane', known: Line): { lines: Line[]; unknown: string[] } {
  const given = linesIn(lines);
  return {
    lines: given.map((line) => ({ ...(known[String(line[key])] as Line | undefined), ...line })),
    unknown: given.map((line) => String(line[key])).filter((id) => !isRecord(known[id])),
  };
}

const LINES: Readonly<Record<string, 'id' | 'lane'>> = { materials: 'id', attestations: 'lane' };

function mergePack(base: Line, overlay: Line): Line {
  const merged = merge(base, overlay);
  for (const [section, key] of Object.entries(LINES)) {
    if (Array.isArray(base[section]) && Array.isArray(overlay[section]))
      merged[section] = mergeLines(base[section] as Line[], overlay[section] as Line[], key);
  }
  return merged;
}

function merge(base: Line, overlay: Line): Line {
  const merged = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) && key !== 'statutory' ? merge(before, value) : value;
  }
  return merged;
}

/** A county changes a line by its id, drops it with `omit`, and adds others at the end. */
function mergeLines(base: readonly Line[], overlay: readonly Line[], key: 'id' | 'lane'): Line[] {
  const changed = base.map((line) => ({ ...line, ...overlay.find((other) => other[key] === line[key]) }));
  const added = overlay.filter(
    (line, i) =>
      !base.some((other) => other[key] === line[key]) || overlay.findIndex((o) => o[key] === line[key]) !== i,
  );
  return [...changed, ...added].filter((line) => line['omit'] !== true);
}

/** Lines that a county drops although the national base does not have them: mostly a slip of the pen. */
const omittedInVain = (base: Line, overlay: Line): [string, string][] =>
  Object.entries(LINES).flatMap(([section, key]) => {
    const known = new Set(((base[section] ?? []) as Line[]).map((line) => line[key]));
    return ((overlay[section] ?? []) as Line[])
      .filter((line) => line['omit'] === true && !known.has(line[key]))
      .map((line): [string, string] => [section, String(line[key])]);
  });

/** The file that a fault belongs to: the overlay where it says the thing, else the base, else the national list. */
function locateIn(
  files: readonly Parsed[],
  { materials, lanes }: National,
  whole: Line,
  asked: Path,
): { parsed: Parsed; path: Path } {
  const path = byName(whole, asked);
  const holder = (part: Path): Parsed | undefined => files.find((file) => stands(file, part));
  const [section, id = '', ...rest] = path;
  const list = section === 'materials' ? materials : section === 'attestations' ? lanes : undefined;
  if (!holder(path) && list && rest.length > 0 && stands(list, [id, ...rest]))
    return { parsed: list, path: [id, ...rest] };
  let part = path;
  while (part.length > 1 && !holder(part)) part = part.slice(0, -1);
  return { parsed: holder(part) ?? (files.at(-1) as Parsed), path };
}

/** `materials.3` is a place in the merged list; in a file the line is found by its id. */
function byName(whole: Line, path: Path): Path {
  const [section = '', at, ...rest] = path;
  const key = LINES[String(section)];
  if (!key || typeof at !== 'number') return path;
  const line = (whole[section] as Line[])[at];
  return [section, String(line?.[key] ?? at), ...rest];
}

/** What the county says itself, as dotted paths: `limits.promised`, `materials.PRM-PLAN`, `licenceTermYears`. */
function setPaths(overlay: Parsed | undefined): string[] {
  return Object.entries(overlay?.content ?? {}).flatMap(([section, value]) => {
    const key = LINES[section];
    if (key) return (value as Line[]).map((line) => `${section}.${String(line[key])}`);
    return section === 'limits' ? Object.keys(value as Line).map((limit) => `limits.${limit}`) : [section];
  });
}

/** How the county reads what the law leaves open: what it says itself, else the standard. */
export const readingsIn = ({ content }: Parsed): Readings =>
  readingsOf(isRecord(content['readings']) ? (content['readings'] as Partial<Readings>) : {});

/** Which matters a county offers is no part of any of them; its readings stand on their own. */
function authorityOf({ content }: Parsed): Authority {
  const own = Object.entries(content).filter(([key]) => key !== 'matters' && key !== 'readings');
  return { confidence: {}, ...Object.fromEntries(own) } as unknown as Authority;
}

/** What is the county's and not the matter's. */
interface OfCounty {
  authority: Authority;
  readings: Readings;
  setByCounty: readonly string[];
}

function resolve(raw: RawPack, { authority, readings, setByCounty }: OfCounty): MatterPack {
  const founded = <T extends { basis: string[] }>(of: T) => ({ ...of, basis: of.basis.map(cite) });
  const pack = {
    licenceTermYears: null,
    requiredCapitalYuan: null,
    onlineForm: null,
    switchedOff: null,
    toleranceFailure: 'discontinue',
    confidence: {},
    ...raw,
    powerType: POWER_TYPES[raw.powerCode],
    basis: raw.basis.map(cite),
    limits: {
      ...raw.limits,
      statutory: asRead(statutoryOf(raw.limits.statutory), lawLimitOf(raw.code, undefined, readings)),
    },
    fee: { amount: raw.fee.amount, article: cite(raw.fee.basis) },
    materials: raw.materials.map((line) => founded({ fields: [], cureDays: null, ...line })),
    attestations: raw.attestations.map(founded),
    preconditions: raw.preconditions.map(founded),
    onSite: founded(raw.onSite),
    publicNotice: founded(raw.publicNotice),
    intermediaries: (raw.intermediaries ?? []).map(founded),
    freeze: raw.freeze ? founded(raw.freeze) : null,
    setByCounty,
    authority,
    readings,
  };
  const hash = createHash('sha256').update(sorted({ raw, authority, readings })).digest('hex');
  return { ...pack, hash } as unknown as MatterPack;
}

function statutoryOf(raw: RawStatutory): StatutoryLimit {
  const { basis = '', zh = '', en = '', length, unit, date } = raw;
  if (raw.none) return { none: true, zh, en };
  if (raw.asMatter) return { asMatter: true, zh, en, article: cite(basis) };
  if (date) return { date, zh, en, article: cite(basis) };
  if (length === undefined || unit === undefined) throw new Error('a statutory limit of no kind');
  const extended = (of: RawExtension) => ({
    length: of.length,
    unit: of.unit,
    approver: of.approver,
    article: cite(of.basis),
  });
  return {
    length,
    unit,
    article: cite(basis),
    unitConfidence: raw.unitConfidence ?? 'law',
    extension: raw.extension ? extended(raw.extension) : null,
    joint: raw.joint
      ? {
          length: raw.joint.length,
          unit: raw.joint.unit,
          article: cite(raw.joint.basis),
          extension: extended(raw.joint.extension),
        }
      : null,
  };
}

/** A period of the law as the county reads it, where the national base speaks of it as the standard readings do. */
function asRead(stated: StatutoryLimit, law: DatedLimit | undefined): StatutoryLimit {
  if (!isPeriod(stated) || law?.limit.kind !== 'period') return stated;
  const { length, unit, extension } = law.limit;
  if (stated.length === length && stated.unit === unit) return stated;
  const { article } = law;
  return { ...stated, length, unit, article, extension: extension && { ...extension, article } };
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
