import { Ajv } from 'ajv';
import { officeHoursFaults } from '../office-hours.js';
import { assemble, readingsIn, type National } from './assemble.js';
import type { MatterPack } from './pack.js';
import { readingFaults } from './reading-rules.js';
import { AUTHORITY_SCHEMA, LANES_SCHEMA, MATERIALS_SCHEMA, PACK_FILE_SCHEMA } from './schema.js';
import { finding, PackError, readFile, type PackFile, type PackFinding, type Parsed } from './source-file.js';

/** All files of a county: the national part, which is the same everywhere, and its own. */
export interface CountyFiles {
  national: { materials: PackFile; lanes: PackFile; matters: readonly PackFile[] };
  authority: PackFile;
  overlays: readonly PackFile[];
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const checkMatter = ajv.compile(PACK_FILE_SCHEMA);
const checkMaterials = ajv.compile(MATERIALS_SCHEMA);
const checkLanes = ajv.compile(LANES_SCHEMA);
const checkAuthority = ajv.compile(AUTHORITY_SCHEMA);

/**
 * The matter packs of a county, in the order in which its authority file lists them.
 * @throws PackError naming every finding of every file
 */
export function loadCounty(files: CountyFiles): MatterPack[] {
  const { packs, findings } = checkCounty(files);
  if (findings.length > 0) throw new PackError(findings);
  return packs;
}

/** The same without throwing: what loads, and everything that keeps the rest from loading. */
export function checkCounty(files: CountyFiles): { packs: MatterPack[]; findings: PackFinding[] } {
  const findings: PackFinding[] = [];
  const materials = readFile(files.national.materials, checkMaterials, findings);
  const lanes = readFile(files.national.lanes, checkLanes, findings);
  const authority = readFile(files.authority, checkAuthority, findings);
  const bases = byCode(files.national.matters, findings);
  const overlays = byCode(files.overlays, findings);
  if (!authority) return { packs: [], findings };
  findings.push(...readingFaults(readingsIn(authority)).map(({ path, message }) => finding(authority, path, message)));
  if (authority.sound)
    findings.push(
      ...officeHoursFaults(authority.content).map(({ path, message }) => finding(authority, path, message)),
    );
  const codes = codesOf(authority);
  findings.push(...listFindings(authority, codes, bases, overlays));
  if (!materials?.sound || !lanes?.sound) return { packs: [], findings };
  const national: National = { materials, lanes };
  const packs = [...new Set(codes)].flatMap((code) => {
    const base = bases.get(code);
    const overlay = overlays.get(code);
    if (!base || overlay === null) return [];
    const { pack, findings: faults } = assemble(national, base, overlay, authority);
    findings.push(...faults);
    return pack ? [pack] : [];
  });
  return { packs, findings: onlyOnce(findings) };
}

const codesOf = ({ content }: Parsed): string[] =>
  Array.isArray(content['matters']) ? content['matters'].map(String) : [];

/** Matter files by their code; null for a file that cannot be read, so that it is not called missing as well. */
function byCode(files: readonly PackFile[], findings: PackFinding[]): Map<string, Parsed | null> {
  const found = new Map<string, Parsed | null>();
  for (const file of files) {
    const name = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
    const parsed = readFile(file, checkMatter, findings);
    if (parsed && parsed.content['code'] !== name)
      findings.push(
        finding(
          parsed,
          ['code'],
          `文件名应当是事项代码 / the file is called ${name} but is of ${String(parsed.content['code'])}`,
        ),
      );
    found.set(name, parsed?.sound ? parsed : null);
  }
  return found;
}

type ByCode = ReadonlyMap<string, Parsed | null>;

function listFindings(authority: Parsed, codes: readonly string[], bases: ByCode, overlays: ByCode): PackFinding[] {
  return [
    ...codes.flatMap((code, i) => [
      ...(bases.has(code)
        ? []
        : [finding(authority, ['matters', i], `没有这个事项的国家基础 / there is no national base of ${code}`)]),
      ...(codes.indexOf(code) === i ? [] : [finding(authority, ['matters', i], `${code} 出现了两次 / listed twice`)]),
    ]),
    ...[...overlays].flatMap(([code, overlay]) => {
      if (!overlay) return [];
      if (!bases.has(code))
        return [finding(overlay, ['code'], `没有这个事项的国家基础 / there is no national base of ${code}`)];
      return codes.includes(code)
        ? []
        : [finding(overlay, ['code'], `authority.yaml 的 matters 里没有它 / ${code} is not listed under matters`)];
    }),
  ];
}

/** A slip in a national list would otherwise be told once a matter. */
function onlyOnce(findings: readonly PackFinding[]): PackFinding[] {
  const said = new Set<string>();
  return findings.filter(({ file, line, key, message }) => {
    const at = [file, line, key, message].join('\n');
    if (said.has(at)) return false;
    said.add(at);
    return true;
  });
}
