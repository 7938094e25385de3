import type { ValidateFunction } from 'ajv';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

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
/** A way into a file; a line of a list is named by its number, its id or its lane. */
export type Path = readonly (string | number)[];

/** Everything that keeps a pack from loading, named at once with file, line and article. */
export class PackError extends Error {
  constructor(readonly findings: readonly PackFinding[]) {
    super(findings.map(sayFinding).join('\n'));
    this.name = 'PackError';
  }
}

/** As an editor can follow it: file:line key: what (article). */
export const sayFinding = ({ file, line, key, article, message }: PackFinding): string =>
  `${file}:${line} ${key}: ${message}${article ? ` (${article})` : ''}`;

export interface Parsed {
  file: PackFile;
  document: Document.Parsed;
  lines: LineCounter;
  content: Record<string, unknown>;
  /** Of the right shape, but for keys that nobody knows: what it says can be judged further. */
  sound: boolean;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Reads one file; what is wrong with it goes to `findings`. Undefined for what is no YAML at all. */
export function readFile(file: PackFile, check: ValidateFunction, findings: PackFinding[]): Parsed | undefined {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    findings.push(
      ...document.errors.map(({ message, pos }) => ({
        file: file.path,
        line: lines.linePos(pos[0]).line,
        key: '',
        message: `不是合格的 YAML / not well-formed: ${message.split('\n')[0] ?? ''}`,
      })),
    );
    return undefined;
  }
  const content: unknown = document.toJS() ?? {};
  const parsed: Parsed = { file, document, lines, content: isRecord(content) ? content : {}, sound: true };
  findings.push(...schemaFindings(check, content, (path) => ({ parsed, path })));
  return { ...parsed, sound: isSound(check) };
}

/** Keywords that only repeat what a keyword inside them has said. */
const SAID_OTHERWISE = ['oneOf', 'propertyNames'];

/** Whether the last check found nothing worse than keys that nobody knows. */
export const isSound = (check: ValidateFunction): boolean =>
  (check.errors ?? []).every(({ keyword }) => keyword === 'additionalProperties');

/** What the shape forbids, one finding a place. */
export function schemaFindings(
  check: ValidateFunction,
  content: unknown,
  locate: (path: Path) => { parsed: Parsed; path: Path },
): PackFinding[] {
  if (check(content)) return [];
  return (check.errors ?? [])
    .filter(({ keyword }) => !SAID_OTHERWISE.includes(keyword))
    .map(({ instancePath, message, params, keyword }) => {
      const path = instancePath
        .split('/')
        .filter(Boolean)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/')));
      const at = locate(path);
      const { says, key } = shapeFault(keyword, message ?? '', params as ShapeParams, at.path);
      return finding(at.parsed, key, says);
    });
}

interface ShapeParams {
  additionalProperty?: string;
  missingProperty?: string;
  allowedValues?: readonly string[];
}

function shapeFault(keyword: string, message: string, params: ShapeParams, path: Path): { says: string; key: Path } {
  const { additionalProperty: extra, missingProperty: missing, allowedValues = [] } = params;
  if (extra !== undefined) return { says: `不认识这个键 / unknown key "${extra}"`, key: [...path, extra] };
  if (missing !== undefined) return { says: `缺少这一项 / lacks "${missing}"`, key: path };
  if (keyword === 'enum') return { says: `不是可选的值 / not one of: ${allowedValues.join(', ')}`, key: path };
  return { says: `格式不对 / wrong shape: ${message}`, key: path };
}

export function finding(parsed: Parsed, path: Path, message: string, article?: string): PackFinding {
  return {
    file: parsed.file.path,
    line: lineOf(parsed, path),
    key: path.join('.'),
    ...(article ? { article } : {}),
    message,
  };
}

/** The line of the deepest part of a path that stands in the file. */
function lineOf({ document, lines }: Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = rangeOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part));
      if (!pair) break;
      offset = rangeOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = itemOf(node.items, part);
      if (node === undefined) break;
      offset = rangeOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

const rangeOf = (node: unknown): number | undefined =>
  (node as { range?: [number, number, number] } | null)?.range?.[0];

const itemOf = (items: readonly unknown[], part: string | number): unknown =>
  typeof part === 'number'
    ? items[part]
    : items.find((item) => isMap(item) && (item.get('id') === part || item.get('lane') === part));

/** Whether a path stands in a file itself, so that a fault there is this file's. */
export function stands({ document }: Parsed, path: Path): boolean {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isMap(node)) {
      if (!node.has(part)) return false;
      node = node.get(part, true);
    } else if (isSeq(node)) {
      node = itemOf(node.items, part);
      if (node === undefined) return false;
    } else return false;
  }
  return true;
}
