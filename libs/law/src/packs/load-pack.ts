import { createHash } from 'node:crypto';
import { Ajv, type ValidateFunction } from 'ajv';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { cite } from '../article.js';
import type { EstablishmentForm, DraftForm } from '../establishment-form.js';
import type { Authority, MaterialLine, MatterPack } from './pack.js';
import { packFaults, type RawPack } from './pack-rules.js';
import { AUTHORITY_SCHEMA, PACK_FILE_SCHEMA, WHOLE_PACK_SCHEMA } from './schema.js';

export interface PackFile {
  path: string;
  text: string;
}
export interface PackFinding {
  file: string;
  line: number;
  key: string;
  article?: string;
  message: string;
}

/** Everything that keeps a pack from loading, named at once with file, line and article. */
export class PackError extends Error {
  constructor(readonly findings: readonly PackFinding[]) {
    super(
      findings
        .map(
          ({ file, line, key, article, message }) =>
            `${file}:${line} ${key}: ${message}${article ? ` (${article})` : ''}`,
        )
        .join('\n'),
    );
    this.name = 'PackError';
  }
}

const ajv = new Ajv({ allErrors: true });
const checkFile = ajv.compile(PACK_FILE_SCHEMA);
const checkWhole = ajv.compile(WHOLE_PACK_SCHEMA);
const checkAuthority = ajv.compile(AUTHORITY_SCHEMA);

interface Parsed {
  file: PackFile;
  document: Document.Parsed;
  lines: LineCounter;
  content: Record<string, unknown>;
}

/**
 * A matter pack from its national base and its county overlay (the later file wins, section by section) and the
 * county's authority. The hash covers what was said, not how it was typed.
 * @throws PackError naming every finding
 */
export function loadPack(files: { base: PackFile; overlay: PackFile; authority: PackFile }): MatterPack {
  const base = parse(files.base);
  const overlay = parse(files.overlay);
  const authority = parse(files.authority);
  const findings = [
    ...schemaFindings(checkFile, base),
    ...schemaFindings(checkFile, overlay),
    ...schemaFindings(checkAuthority, authority),
  ];
  if (findings.length > 0) throw new PackError(findings);
  const merged = merge(base.content, overlay.content) as RawPack;
  if (base.content['code'] !== overlay.content['code'])
    throw new PackError([finding(overlay, ['code'], 'the overlay is of another matter')]);
  if (!checkWhole(merged)) throw new PackError(schemaErrors(checkWhole, overlay));
  const faults = packFaults(merged).map(({ path, article, message }) =>
    finding(whereIs(path, overlay, base), path, message, article?.zh),
  );
  if (faults.length > 0) throw new PackError(faults);
  return resolve(merged, authority.content as unknown as Authority);
}

function parse(file: PackFile): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new PackError(
      document.errors.map(({ message, pos }) => ({
        file: file.path,
        line: lines.linePos(pos[0]).line,
        key: '',
        message: message.split('\n')[0] ?? '',
      })),
    );
  }
  return { file, document, lines, content: (document.toJS() ?? {}) as Record<string, unknown> };
}

function schemaFindings(check: ValidateFunction, parsed: Parsed): PackFinding[] {
  return check(parsed.content) ? [] : schemaErrors(check, parsed);
}

function schemaErrors(check: ValidateFunction, parsed: Parsed): PackFinding[] {
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const path = instancePath
      .split('/')
      .filter(Boolean)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    return finding(parsed, extra ? [...path, extra] : path, extra ? `unknown key "${extra}"` : (message ?? 'invalid'));
  });
}

function finding(parsed: Parsed, path: readonly (string | number)[], message: string, article?: string): PackFinding {
  return {
    file: parsed.file.path,
    line: lineOf(parsed, path),
    key: path.join('.'),
    ...(article ? { article } : {}),
    message,
  };
}

/** The line of the deepest part of a path that stands in the file. */
function lineOf({ document, lines }: Parsed, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part));
      if (!pair) break;
      offset = (pair.key as { range?: [number, number, number] }).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

const whereIs = (path: readonly (string | number)[], overlay: Parsed, base: Parsed): Parsed =>
  overlay.document.hasIn(path.slice(0, 2)) ? overlay : base;

function merge(base: Record<string, unknown>, overlay: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    const before = merged[key];
    merged[key] = isRecord(before) && isRecord(value) ? merge(before, value) : value;
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function resolve(raw: RawPack, authority: Authority): MatterPack {
  const pack = {
    ...raw,
    basis: raw.basis.map(cite),
    limits: {
      ...raw.limits,
      statutory: {
        length: raw.limits.statutory.length,
        unit: raw.limits.statutory.unit,
        article: cite(raw.limits.statutory.basis),
      },
    },
    fee: { amount: raw.fee.amount, article: cite(raw.fee.basis) },
    materials: raw.materials.map((line) => ({ fields: [], cureDays: null, ...line, basis: line.basis.map(cite) })),
    attestations: raw.attestations.map((lane) => ({ ...lane, basis: lane.basis.map(cite) })),
    authority,
  };
  const hash = createHash('sha256').update(sorted({ raw, authority })).digest('hex');
  return { ...pack, hash } as unknown as MatterPack;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** The lines that a case of this form can be asked for; voluntary ones are shown and never asked. */
export function applicableLines(pack: Pick<MatterPack, 'materials'>, form: DraftForm): MaterialLine[] {
  return pack.materials.filter(
    ({ condition, role }) => role !== 'voluntary' && (!condition || conditionHolds(condition, form)),
  );
}

function conditionHolds(condition: NonNullable<MaterialLine['condition']>, form: Partial<EstablishmentForm>): boolean {
  switch (condition) {
    case 'donated':
      return form.usesFiscalOrDonatedAssets === true;
    case 'joint_sponsors':
      return (form.sponsors?.length ?? 0) > 1;
    case 'kindergarten':
      return form.institutionType === 'KG';
    case 'agent':
      return false; // agents file from the issue on mandates; until then the sponsor acts in person
  }
}
